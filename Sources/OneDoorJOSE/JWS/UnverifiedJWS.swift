/// A token in compact serialisation (RFC 7515 §7.1), taken apart. Its payload is a stranger's word until a key ring has
/// verified it.
package struct UnverifiedJWS: Sendable {
  package let header: JWSHeader
  package let signingInput: [UInt8]
  package let payload: [UInt8]
  package let signature: [UInt8]

  package static let maximumByteCount = 16 * 1024

  package init(compact: [UInt8], maximumByteCount: Int = Self.maximumByteCount) throws(JWSError) {
    guard compact.count <= maximumByteCount else { throw .tooLong }
    // Counted before anything is split: a megabyte of dots (CVE-2025-27144) costs one pass and no memory, and five parts
    // are an encrypted token, not ours (CVE-2023-51774).
    let dot = UInt8(ascii: ".")
    guard let first = compact.firstIndex(of: dot), let second = compact[(first + 1)...].firstIndex(of: dot),
      !compact[(second + 1)...].contains(dot)
    else { throw .malformed }
    guard let header = Base64URL.decode(compact[..<first]),
      let payload = Base64URL.decode(compact[(first + 1)..<second]),
      let signature = Base64URL.decode(compact[(second + 1)...]), !signature.isEmpty
    else { throw .malformed }
    self.header = try JWSHeader(header)
    self.payload = payload
    self.signature = signature
    signingInput = Array(compact[..<second])
  }

  package init(compact: String) throws(JWSError) { try self.init(compact: Array(compact.utf8)) }

  /// The claims before anybody has vouched for them: to find the client whose key is to verify, or to show them to an
  /// administrator.
  package func unverifiedClaims() throws(JSONError) -> JSONObject { try Claims.parse(payload) }
}

enum Claims {
  static func parse(_ payload: [UInt8]) throws(JSONError) -> JSONObject {
    guard let object = try JSON.parse(payload).object else { throw .notAnObject }
    return object
  }
}
