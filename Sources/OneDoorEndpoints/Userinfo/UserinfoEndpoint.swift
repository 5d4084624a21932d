import OneDoorMessages
import OneDoorRules

extension Provider {
  /// UserInfo (OpenID Connect Core §5.3): the token comes in the header or in a form body, once, and never in the query.
  package func userinfo(bearer: BearerPresentation) async -> APIReply {
    await answering("userinfo") {
      let live = try await liveBearer(bearer)
      guard let facts = live.facts, let scopes = ScopeSet.parse(live.claims.scope), scopes.contains(.openid)
      else { throw TokenRefusal.bearerScope }
      let profile = ProfileClaims(of: facts.person, scopes: scopes.intersection(live.department.scopes))
      let response = UserinfoResponse(subject: live.claims.subject, subjectType: .person, profile: profile)
      return APIReply(status: 200, body: response.serialized())
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
