import OneDoorJOSE

/// RFC 7662 §2.2. An inactive token is `{"active":false}` and nothing more.
package enum IntrospectionResponse: Sendable, Equatable {
  case inactive
  case accessToken(AccessTokenClaims)
  case refreshToken(subject: String, clientID: String, scope: String, sessionHandle: String, expires: Int64)

  package func serialized() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    switch self {
    case .inactive:
      writer.member("active", false)
    case .accessToken(let claims):
      writer.member("active", true)
      writer.member("token_type", "Bearer")
      writer.member("iss", claims.issuer)
      writer.member("sub", claims.subject)
      writer.member("sub_type", claims.subjectType.rawValue)
      writer.audience(claims.audience)
      writer.member("client_id", claims.clientID)
      writer.member("iat", claims.issuedAt)
      writer.member("exp", claims.expires)
      writer.member("jti", claims.tokenID)
      writer.member("scope", claims.scope)
      if let sid = claims.sessionHandle { writer.member("sid", sid) }
      writer.authentication(time: claims.authenticationTime, acr: claims.acr, amr: claims.amr)
    case .refreshToken(let subject, let clientID, let scope, let sid, let expires):
      writer.member("active", true)
      writer.member("sub", subject)
      writer.member("client_id", clientID)
      writer.member("scope", scope)
      writer.member("sid", sid)
      writer.member("exp", expires)
    }
    writer.endObject()
    return writer.bytes
  }
}
