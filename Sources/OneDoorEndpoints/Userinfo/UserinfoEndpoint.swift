import OneDoorJOSE
import OneDoorMessages
import OneDoorRules

extension Provider {
  /// UserInfo (OpenID Connect Core §5.3): the token comes in the header or in a form body, once, and never in the query.
  package func userinfo(bearer: BearerPresentation) async -> APIReply {
    await answering("userinfo") {
      let live = try await liveBearer(bearer)
      guard let facts = live.facts, let scopes = ScopeSet.parse(live.claims.scope), scopes.contains(.openid)
      else { throw TokenRefusal.bearerScope }
      // Whatever was granted or asked for by name: what the registration no longer allows is not released any more.
      let released = ClaimSet(releasedBy: scopes).union(facts.participation.namedClaims.userinfo)
      let profile = ProfileClaims(
        of: facts.person, claims: released.intersection(ClaimSet(releasedBy: live.department.scopes)))
      var response = UserinfoResponse(subject: live.claims.subject, subjectType: .person, profile: profile)
      guard let algorithm = live.department.userinfoAlgorithm else {
        return APIReply(status: 200, body: response.serialized())
      }
      // OpenID Connect Core §5.3.2: a signed answer says who made it and for whom.
      response.signedBy = UserinfoResponse.Signed(issuer: issuer, audience: live.department.id.text)
      let jwt = try keys.tokenSigner(algorithm, at: clock())
        .signBytes(typ: TokenType.userinfo, payload: response.serialized())
      return APIReply(status: 200, body: jwt, contentType: "application/jwt")
    }
  }

  func liveBearer(_ bearer: BearerPresentation) async throws -> LiveAccessToken {
    let text: String
    switch bearer {
    case .none: throw TokenRefusal.bearerMissing
    case .both: throw TokenRefusal.bearerTwice
    case .form(let token): text = token
    case .header(let header):
      guard let token = Provider.bearerToken(header) else { throw TokenRefusal.bearerInvalid }
      text = token
    }
    guard let live = try await liveAccessToken(text, at: clock()) else { throw TokenRefusal.bearerInvalid }
    return live
  }

  /// RFC 6750 §2.1; the scheme's name is case insensitive (RFC 9110 §11.1).
  static func bearerToken(_ header: String) -> String? {
    let bytes = Array(header.utf8)
    guard bytes.count > 7, String(decoding: bytes[..<7], as: UTF8.self).lowercased() == "bearer " else { return nil }
    return String(decoding: bytes[7...], as: UTF8.self)
  }
}
