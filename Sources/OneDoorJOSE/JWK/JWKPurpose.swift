/// What a key says it is for (RFC 7517 §4.2, §4.3). A key for encryption never verifies, though its numbers could.
enum JWKPurpose {
  static func check(_ object: JSONObject) throws(JWKError) {
    if let use = object["use"] {
      guard let use = use.string else { throw .malformed("use is no string") }
      guard use.hasSameBytes(as: "sig") else { throw .unsupported("use \(use)") }
    }
    if let operations = object["key_ops"] {
      guard let operations = operations.array else { throw .malformed("key_ops is no array") }
      var mayVerify = false
      for (place, operation) in operations.enumerated() {
        guard let name = operation.string else { throw .malformed("key_ops holds something else than strings") }
        guard !operations[..<place].contains(operation) else { throw .malformed("key_ops names \(name) twice") }
        if name.hasSameBytes(as: "verify") { mayVerify = true }
      }
      guard mayVerify else { throw .unsupported("key_ops without verify") }
    }
  }
}
