import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import Testing

/// Every refusal of the endpoints that software calls, each provoked by a request. The switch has no default: a new
/// refusal does not compile until a request provokes it.
@Suite struct TokenRefusalTests {
  /// What only the HTTP edge refuses, before an endpoint is asked.
  static let refusedByTheEdge: Set<TokenRefusal> = [.malformedBody]

  @Test(arguments: TokenRefusal.allCases.filter { !refusedByTheEdge.contains($0) })
  func `every refusal is provoked, and answers with its code, its words and its status`(
    refusal: TokenRefusal
  ) async throws {
    let world = try await World()
    let reply = try await TokenRefusalTests.provoke(refusal, in: world)
    #expect(reply.refusal == refusal, "\(reply.status) \(reply.text)")
    #expect(!reply.isStorable)
    let isOfBearer = [.bearerMissing, .bearerTwice, .bearerInvalid, .bearerScope].contains(refusal)
    #expect((reply.status == 401 || isOfBearer) == (reply.challenge != nil), "RFC 9110 §11.6.1, RFC 6750 §3")
    if isOfBearer, refusal != .bearerMissing {
      #expect(reply.challenge?.hasPrefix("Bearer realm=\"OneDoor\", error=\"\(refusal.code.rawValue)\"") == true)
    }
    #expect((reply.status == 503) == (reply.retryAfter != nil))
  }

  static func provoke(_ refusal: TokenRefusal, in world: World) async throws -> APIReply {
    switch refusal {
    case .malformedBody: throw Unexpected("the edge refuses this")
    case .duplicateParameter:
      return try await world.token(.housing, [("grant_type", "refresh_token"), ("grant_type", "refresh_token")])
    case .grantTypeMissing: return try await world.token(.housing, [])
    case .grantTypeUnsupported: return try await world.token(.housing, [("grant_type", "password")])
    case .grantNotRegistered: return try await world.token(.legacy, [("grant_type", "client_credentials")])
    case .severalAuthentications, .clientUnknown, .clientAuthenticationFailed, .clientAuthenticationMethod,
      .assertionInvalid, .assertionReused, .publicClient:
      return try await provokeAuthentication(refusal, in: world)
    case .codeMissing, .codeInvalid, .codeExpired, .codeUsed, .codeOfAnotherDepartment, .redirectURIMismatch,
      .verifierMissing, .verifierUnexpected, .verifierMalformed, .verifierMismatch, .sessionEnded:
      return try await provokeCode(refusal, in: world)
    case .refreshTokenMissing, .refreshTokenInvalid, .refreshTokenOfAnotherDepartment, .refreshTokenReused,
      .grantUnsettled, .scopeMalformed, .scopeExceeded:
      return try await provokeRefresh(refusal, in: world)
    case .severalResources:
      return try await world.token(
        .housing, [("grant_type", "client_credentials"), ("resource", "business"), ("resource", "portal")])
    case .resourceNotAllowed:
      return try await world.token(.housing, [("grant_type", "client_credentials"), ("resource", "business")])
    case .tokenMissing: return try await world.introspect(nil, by: .housing)
    case .tokenOfAnotherDepartment:
      return try await world.revoke(try await world.guest().tokens.accessToken, by: .business)
    case .bearerMissing: return await world.provider.userinfo(bearer: .none)
    case .bearerTwice: return await world.provider.userinfo(bearer: .both)
    case .bearerInvalid: return await world.userinfo("garbage")
    case .bearerScope: return await world.userinfo(try await world.ownToken(.housing))
    case .unavailable:
      let guest = try await world.guest()
      world.store.fail(at: 0)
      defer { world.store.heal() }
      return try await world.refresh(guest.tokens.refreshToken, by: .housing)
    }
  }

  private static func provokeAuthentication(_ refusal: TokenRefusal, in world: World) async throws -> APIReply {
    let grant: (String, String?) = ("grant_type", "client_credentials")
    let basic = World.basic("housing", Office.housing.secret)
    switch refusal {
    case .severalAuthentications:
      let pairs: [(String, String?)] = [("client_id", "housing"), ("client_secret", Office.housing.secret), grant]
      return await world.provider.token(form(pairs), authorization: basic)
    case .clientUnknown:
      return await world.provider.token(form([grant]), authorization: World.basic("nobody", Office.housing.secret))
    case .clientAuthenticationFailed:
      return await world.provider.token(form([grant]), authorization: World.basic("housing", "guessed"))
    case .clientAuthenticationMethod:
      let pairs: [(String, String?)] = [("client_id", "housing"), ("client_secret", Office.housing.secret), grant]
      return await world.provider.token(form(pairs), authorization: nil)
    case .assertionInvalid:
      let forged = try world.assertion(key: world.keys.stranger)
      return await world.provider.token(form(world.assertionPairs(forged) + [grant]), authorization: nil)
    case .assertionReused:
      let pairs = try world.assertionPairs(world.assertion()) + [grant]
      _ = await world.provider.token(form(pairs), authorization: nil)
      return await world.provider.token(form(pairs), authorization: nil)
    default:
      return try await world.introspect("anything", by: .portal)
    }
  }

  private static func provokeCode(_ refusal: TokenRefusal, in world: World) async throws -> APIReply {
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser)
    switch refusal {
    case .codeMissing: return try await world.redeem(nil, by: .housing)
    case .codeInvalid: return try await world.redeem(String(code.dropLast()), by: .housing)
    case .codeExpired:
      world.clock.move(60)
      return try await world.redeem(code, by: .housing)
    case .codeUsed:
      _ = try await world.redeem(code, by: .housing)
      return try await world.redeem(code, by: .housing)
    case .codeOfAnotherDepartment: return try await world.redeem(code, by: .business)
    case .redirectURIMismatch:
      return try await world.redeem(code, by: .housing, redirectURI: Office.housing.redirectURI + "/")
    case .verifierMissing: return try await world.redeem(code, by: .housing, verifier: nil)
    case .verifierMalformed: return try await world.redeem(code, by: .housing, verifier: "short")
    case .verifierMismatch:
      return try await world.redeem(code, by: .housing, verifier: String(World.verifier.reversed()))
    case .verifierUnexpected:
      let bare = try await world.hop(
        to: .legacy, in: &browser, ["code_challenge": nil, "code_challenge_method": nil])
      return try await world.redeem(bare, by: .legacy)
    default:
      let person = try await world.person(.zhangWei)
      _ = try await world.store.end(world.order(.person(person.id)))
      return try await world.redeem(code, by: .housing)
    }
  }

  private static func provokeRefresh(_ refusal: TokenRefusal, in world: World) async throws -> APIReply {
    let token = try await world.guest().tokens.refreshToken
    switch refusal {
    case .refreshTokenMissing: return try await world.refresh(nil, by: .housing)
    case .refreshTokenInvalid: return try await world.refresh(token.map { String($0.dropLast()) }, by: .housing)
    case .refreshTokenOfAnotherDepartment: return try await world.refresh(token, by: .business)
    case .grantUnsettled:
      let raised = try world.raisingVersion(of: .housing)
      world.store.meddle(raised, raised)
      world.clock.move(.minutes(6))
      return try await world.refresh(token, by: .housing)
    case .scopeMalformed: return try await world.refresh(token, by: .housing, scope: "open\"id")
    case .scopeExceeded:
      var browser = TestBrowser()
      let code = try await world.signIn(at: .housing, in: &browser, ["scope": "openid"])
      let narrow = try await world.redeem(code, by: .housing).tokens().refreshToken
      return try await world.refresh(narrow, by: .housing, scope: "openid profile")
    default:
      let first = try await world.guest(at: .portal).tokens.refreshToken
      let second = try await world.refresh(first, by: .portal).tokens().refreshToken
      _ = try await world.refresh(second, by: .portal)
      return try await world.refresh(first, by: .portal)
    }
  }
}
