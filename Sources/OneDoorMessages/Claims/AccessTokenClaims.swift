package import OneDoorJOSE

/// The claims of an access token (RFC 9068 §2.2). Written by the provider, read by every verifier: one spelling.
package struct AccessTokenClaims: Sendable, Equatable {
  package var issuer: String
  package var subject: String
  package var subjectType: SubjectType
  package var audience: [String]
  package var clientID: String
  package var issuedAt: Int64
  package var expires: Int64
  package var tokenID: String
  package var scope: String
  /// Absent in a token that a department holds for itself (client_credentials).
  package var sessionHandle: String?
  package var authenticationTime: Int64?
  package var acr: String?
  package var amr: [String]

  package init(
    issuer: String, subject: String, subjectType: SubjectType, audience: [String], clientID: String, issuedAt: Int64,
    expires: Int64, tokenID: String, scope: String, sessionHandle: String? = nil, authenticationTime: Int64? = nil,
    acr: String? = nil, amr: [String] = []
  ) {
    self.issuer = issuer
    self.subject = subject
    self.subjectType = subjectType
    self.audience = audience
    self.clientID = clientID
    self.issuedAt = issuedAt
    self.expires = expires
    self.tokenID = tokenID
    self.scope = scope
    self.sessionHandle = sessionHandle
    self.authenticationTime = authenticationTime
    self.acr = acr
    self.amr = amr
  }

  package func serialized() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("iss", issuer)
    writer.member("sub", subject)
    writer.member("sub_type", subjectType.rawValue)
    writer.audience(audience)
    writer.member("client_id", clientID)
    writer.member("iat", issuedAt)
    writer.member("exp", expires)
    writer.member("jti", tokenID)
    writer.member("scope", scope)
    if let sessionHandle { writer.member("sid", sessionHandle) }
    writer.authentication(time: authenticationTime, acr: acr, amr: amr)
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
    clientID = try claims.string("client_id")
    issuedAt = try claims.time("iat")
    expires = try claims.time("exp")
    tokenID = try claims.string("jti")
    scope = try claims.string("scope", mayBeEmpty: true)
    sessionHandle = try claims.optionalString("sid")
    authenticationTime = try claims.optionalTime("auth_time")
    acr = try claims.optionalString("acr")
    amr = try claims.optionalStrings("amr") ?? []
  }
}

extension JSONWriter {
  /// RFC 7519 §4.1.3: one audience is a string, several are an array.
  mutating func audience(_ audience: [String]) {
    if audience.count == 1, let only = audience.first { member("aud", only) } else { member("aud", audience) }
  }

  mutating func authentication(time: Int64?, acr: String?, amr: [String]) {
    if let time { member("auth_time", time) }
    if let acr { member("acr", acr) }
    if !amr.isEmpty { member("amr", amr) }
  }
}
