import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages

/// private_key_jwt (RFC 7523 §3, OpenID Connect Core §9).
enum ClientAssertion {
  static func verify(
    _ text: String, of department: Department, audience: AssertionAudiences, now: UnixTime
  ) throws(TokenRefusal) -> AuthenticatedDepartment.UsedAssertion {
    do {
      let jws = try UnverifiedJWS(compact: text)
      let verified = try KeyRing(department.keys).verify(jws, untypedOr: ["JWT", "client-authentication+jwt"])
      return try check(ClaimReader(try verified.claims()), of: department, audience: audience, now: now)
    } catch { throw .assertionInvalid }
  }

  private static func check(
    _ claims: ClaimReader, of department: Department, audience: AssertionAudiences, now: UnixTime
  ) throws -> AuthenticatedDepartment.UsedAssertion {
    for name in ["iss", "sub"] {
      try require(try claims.string(name).hasSameBytes(as: department.id.text), or: TokenRefusal.assertionInvalid)
    }
    // The audience as one string: a list would let one assertion serve at several servers.
    let aud = try claims.string("aud")
    let isOurs =
      aud.hasSameBytes(as: audience.issuer)
      || department.assertionAudience == .tokenEndpoint && aud.hasSameBytes(as: audience.tokenEndpoint)
    try require(isOurs, or: TokenRefusal.assertionInvalid)
    let expires = UnixTime(try claims.time("exp"))
    try require(expires + Policy.clockSkew > now, or: TokenRefusal.assertionInvalid)
    try require(expires <= now + Policy.assertionLife + Policy.clockSkew, or: TokenRefusal.assertionInvalid)
    for name in ["iat", "nbf"] {
      guard let time = try claims.optionalTime(name) else { continue }
      try require(UnixTime(time) <= now + Policy.clockSkew, or: TokenRefusal.assertionInvalid)
    }
    let jti = try claims.string("jti")
    try require(jti.utf8.count <= 256, or: TokenRefusal.assertionInvalid)
    var encoder = ByteEncoder()
    encoder.prefixed(Array(department.id.text.utf8))
    encoder.prefixed(Array(jti.utf8))
    return AuthenticatedDepartment.UsedAssertion(
      key: SHA256.hash(encoder.bytes), until: expires + Policy.clockSkew)
  }
}

extension PresentedCredentials {
  /// Which department speaks, before it is believed. For an assertion without `client_id`: its unverified `sub`.
  package var claimedID: DepartmentID? {
    switch self {
    case .secret(let id, _, _), .identifierOnly(let id): return DepartmentID(id)
    case .assertion(let id, let text):
      guard let jws = try? UnverifiedJWS(compact: text), let claims = try? jws.unverifiedClaims(),
        let sub = claims["sub"]?.string
      else { return nil }
      // RFC 7521 §4.2: client_id is optional, but must identify the same client.
      if let id, !id.hasSameBytes(as: sub) { return nil }
      return DepartmentID(sub)
    }
  }
}
