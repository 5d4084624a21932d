package import OneDoorJOSE

/// The claims of an ID token (OpenID Connect Core §2).
package struct IDTokenClaims: Sendable, Equatable {
  package var issuer: String
  package var subject: String
  package var subjectType: SubjectType
  package var audience: [String]
  package var authorizedParty: String?
  package var issuedAt: Int64
  package var expires: Int64
  package var authenticationTime: Int64
  package var acr: String
  package var amr: [String]
  package var nonce: String?
  package var sessionHandle: String
  package var accessTokenHash: String?
  /// Released claims, where the department is registered to find them here too.
  package var profile: ProfileClaims

  package init(
    issuer: String, subject: String, subjectType: SubjectType, audience: [String], authorizedParty: String? = nil,
    issuedAt: Int64, expires: Int64, authenticationTime: Int64, acr: String, amr: [String], nonce: String?,
    sessionHandle: String, accessTokenHash: String?, profile: ProfileClaims = ProfileClaims()
  ) {
    self.issuer = issuer
    self.subject = subject
    self.subjectType = subjectType
    self.audience = audience
    self.authorizedParty = authorizedParty
    self.issuedAt = issuedAt
    self.expires = expires
    self.authenticationTime = authenticationTime
    self.acr = acr
    self.amr = amr
    self.nonce = nonce
    self.sessionHandle = sessionHandle
    self.accessTokenHash = accessTokenHash
    self.profile = profile
  }

  package func serialized() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("iss", issuer)
    writer.member("sub", subject)
    writer.member("sub_type", subjectType.rawValue)
    writer.audience(audience)
    if let authorizedParty { writer.member("azp", authorizedParty) }
    writer.member("iat", issuedAt)
    writer.member("exp", expires)
    writer.authentication(time: authenticationTime, acr: acr, amr: amr)
    if let nonce { writer.member("nonce", nonce) }
    writer.member("sid", sessionHandle)
    if let accessTokenHash { writer.member("at_hash", accessTokenHash) }
    profile.write(to: &writer)
    writer.endObject()
    return writer.bytes
  }

  package init(_ object: JSONObject) throws(ClaimFault) {
    let claims = ClaimReader(object)
    issuer = try claims.string("iss")
    subject = try claims.string("sub")
    guard let type = SubjectType(rawValue: try claims.string("sub_type")) else { throw .malformed("sub_type") }
    subjectType = type
    audience = try claims.audience()
    authorizedParty = try claims.optionalString("azp")
    issuedAt = try claims.time("iat")
    expires = try claims.time("exp")
    authenticationTime = try claims.time("auth_time")
    acr = try claims.string("acr")
    amr = try claims.optionalStrings("amr") ?? []
    nonce = try claims.optionalString("nonce")
    sessionHandle = try claims.string("sid")
    accessTokenHash = try claims.optionalString("at_hash")
    profile = try ProfileClaims(object)
  }
}
