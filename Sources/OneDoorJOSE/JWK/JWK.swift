package import OneDoorCrypto

/// A public key as RFC 7517 writes it. Its algorithm is its own: `alg` where it is given has to agree with the numbers.
package struct JWK: Sendable {
  package let kid: String?
  package let publicKey: PublicKey

  package var alg: SignatureAlgorithm { publicKey.algorithm }

  package init(kid: String?, publicKey: PublicKey) {
    self.kid = kid
    self.publicKey = publicKey
  }

  package init(json: JSON) throws(JWKError) {
    guard let object = json.object else { throw .malformed("a key is a JSON object") }
    for member in object.members where Self.privateMembers.contains(where: { $0.hasSameBytes(as: member.name) }) {
      throw .privateMember(member.name)
    }
    try JWKPurpose.check(object)
    let algorithm = try Self.algorithm(of: object)
    kid = try object.optionalString("kid")
    do throws(CryptoError) {
      publicKey =
        switch algorithm {
        case .ES256: try PublicKey(.p256(x: Self.bytes("x", of: object), y: Self.bytes("y", of: object)))
        case .RS256: try PublicKey(.rsa(n: Self.bytes("n", of: object), e: Self.bytes("e", of: object)))
        }
    } catch {
      throw .malformed("\(error)")
    }
  }

  package var json: JSON {
    var object: JSONObject =
      switch publicKey.numbers {
      case .p256(let x, let y):
        [
          "kty": "EC", "crv": "P-256", "x": .string(Base64URL.encode(x)), "y": .string(Base64URL.encode(y)),
        ]
      case .rsa(let n, let e):
        ["kty": "RSA", "n": .string(Base64URL.encode(n)), "e": .string(Base64URL.encode(e))]
      }
    if let kid { object["kid"] = .string(kid) }
    object["alg"] = .string(alg.rawValue)
    object["use"] = "sig"
    return .object(object)
  }

  /// Per RFC 7638 §3: the required members alone, in the order of their names, hashed.
  package var thumbprint: String {
    var writer = JSONWriter()
    writer.beginObject()
    switch publicKey.numbers {
    case .p256(let x, let y):
      writer.member("crv", "P-256")
      writer.member("kty", "EC")
      writer.member("x", Base64URL.encode(x))
      writer.member("y", Base64URL.encode(y))
    case .rsa(let n, let e):
      writer.member("e", Base64URL.encode(e))
      writer.member("kty", "RSA")
      writer.member("n", Base64URL.encode(n))
    }
    writer.endObject()
    return Base64URL.encode(SHA256.hash(writer.bytes))
  }

  private static let privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"]

  private static func algorithm(of object: JSONObject) throws(JWKError) -> SignatureAlgorithm {
    guard let kty = object["kty"]?.string else { throw .malformed("kty is missing or no string") }
    let own: SignatureAlgorithm
    switch kty {
    case "EC":
      guard let curve = object["crv"]?.string else { throw .malformed("crv is missing or no string") }
      guard curve.hasSameBytes(as: "P-256") else { throw .unsupported("crv \(curve)") }
      own = .ES256
    case "RSA": own = .RS256
    default: throw .unsupported("kty \(kty)")
    }
    // Per RFC 8725 §3.1 a key is used with one algorithm; RSA keys for PS256 or RSA-OAEP are not ours to use.
    if let declared = try object.optionalString("alg"), !declared.hasSameBytes(as: own.rawValue) {
      throw .unsupported("alg \(declared) with kty \(kty)")
    }
    return own
  }

  private static func bytes(_ name: String, of object: JSONObject) throws(CryptoError) -> [UInt8] {
    guard let text = object[name]?.string else { throw .malformedKey("\(name) is missing or no string") }
    guard let bytes = Base64URL.decode(text) else { throw .malformedKey("\(name) is not base64url") }
    return bytes
  }
}

extension JWK: Hashable {
  package static func == (a: JWK, b: JWK) -> Bool {
    guard a.publicKey == b.publicKey else { return false }
    return switch (a.kid, b.kid) {
    case (nil, nil): true
    case (let a?, let b?): a.hasSameBytes(as: b)
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(publicKey) }
}

extension JSONObject {
  fileprivate func optionalString(_ name: String) throws(JWKError) -> String? {
    guard let value = self[name] else { return nil }
    guard let string = value.string else { throw .malformed("\(name) is no string") }
    return string
  }
}
