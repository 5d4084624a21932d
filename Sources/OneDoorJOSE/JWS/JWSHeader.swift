/// A protected header (RFC 7515 §4) that was read but proves nothing yet. `jku`, `jwk`, `x5u` and `x5c` may stand in it
/// and are never looked at: a token does not bring the key that it is verified with.
package struct JWSHeader: Sendable, Equatable {
  package let alg: String
  package let typ: String?
  package let kid: String?

  init(_ bytes: [UInt8]) throws(JWSError) {
    let json: JSON
    do throws(JSONError) {
      json = try JSON.parse(bytes, limits: JSONLimits(maximumBytes: 8192, maximumDepth: 8))
    } catch {
      throw .header("\(error)")
    }
    guard let object = json.object else { throw .header("no JSON object") }
    for name in Self.refused where object[name] != nil { throw .header("\"\(name)\" is not understood here") }
    guard let alg = try Self.string("alg", of: object), !alg.isEmpty else { throw .header("no alg") }
    self.alg = alg
    typ = try Self.string("typ", of: object)
    kid = try Self.string("kid", of: object)
  }

  /// We understand no extension, so every `crit` names one that we do not (RFC 7515 §4.1.11). `b64` would change what
  /// was signed (RFC 7797), `zip` and `enc` belong to encrypted tokens.
  private static let refused = ["crit", "b64", "zip", "enc"]

  private static func string(_ name: String, of object: JSONObject) throws(JWSError) -> String? {
    guard let value = object[name] else { return nil }
    guard let string = value.string else { throw .header("\(name) is no string") }
    return string
  }

  package static func == (a: JWSHeader, b: JWSHeader) -> Bool {
    func same(_ a: String?, _ b: String?) -> Bool {
      if let a, let b { a.hasSameBytes(as: b) } else { a == nil && b == nil }
    }
    return a.alg.hasSameBytes(as: b.alg) && same(a.typ, b.typ) && same(a.kid, b.kid)
  }

  /// Per RFC 7515 §4.1.9 a type is a media type without regard to case, with "application/" left out where there is no
  /// other slash.
  func isType(_ expected: String) -> Bool {
    guard let typ else { return false }
    return typ.hasSameBytes(as: expected) || Self.mediaType(typ) == Self.mediaType(expected)
  }

  private static func mediaType(_ type: String) -> [UInt8] {
    let folded = type.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    let prefix = Array("application/".utf8)
    return folded.starts(with: prefix) ? Array(folded.dropFirst(prefix.count)) : folded
  }
}
