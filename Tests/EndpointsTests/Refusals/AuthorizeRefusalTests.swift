import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import Testing

/// Every refusal that goes to a department by redirect, each provoked by a request. The switch has no default.
@Suite struct AuthorizeRefusalTests {
  @Test(arguments: AuthorizeRefusal.allCases)
  func `every refusal is provoked, and goes to the verified URI with code, words, state and iss`(
    refusal: AuthorizeRefusal
  ) async throws {
    let world = try await World()
    let outcome = try await AuthorizeRefusalTests.provoke(refusal, in: world)
    #expect(outcome["error"] == refusal.code.rawValue, "\(outcome)")
    #expect(outcome["error_description"] == refusal.text)
    #expect(outcome["iss"] == World.issuer)
    #expect(outcome["code"] == nil)
    let app = refusal == .formPostToApp ? Office.portal.redirectURI : "http://localhost:8081/"
    #expect(outcome.location?.hasPrefix(app) == true)
    // A doubled state has no one value, and an over-long one is not carried.
    let carriesState = refusal != .stateTooLong && refusal != .requestTooLarge
    if carriesState { #expect(outcome["state"]?.hasPrefix("state of ") == true) }
  }

  static func provoke(_ refusal: AuthorizeRefusal, in world: World) async throws -> BrowserOutcome {
    func ask(
      _ changes: [String: String?] = [:], adding: [(String, String?)] = [], at office: Office = .housing
    ) async -> BrowserOutcome {
      await world.provider.authorize(world.request(office, changes, adding: adding), RequestOrigin())
    }
    switch refusal {
    case .duplicateParameter: return await ask(adding: [("scope", "openid")])
    case .requestObject: return await ask(["request": "eyJ"])
    case .requestURI: return await ask(["request_uri": "https://a.example/request"])
    case .responseTypeMissing: return await ask(["response_type": nil])
    case .responseTypeUnsupported: return await ask(["response_type": "token"])
    case .responseModeUnknown: return await ask(["response_mode": "fragment"])
    case .formPostToApp: return await ask(["response_mode": "form_post"], at: .portal)
    case .grantNotRegistered: return await ask(at: .clerk)
    case .scopeMalformed: return await ask(["scope": "openid \"profile\""])
    case .scopeWithoutOpenID: return await ask(["scope": "profile"])
    case .stateTooLong: return await ask(["state": String(repeating: "s", count: 2_049)])
    case .requestTooLarge:
      return await ask([
        "state": String(repeating: "s", count: 2_048), "login_hint": String(repeating: "h", count: 600),
      ])
    case .nonceTooLong: return await ask(["nonce": String(repeating: "n", count: 129)])
    case .nonceMissing:
      return await ask(["nonce": nil, "code_challenge": nil, "code_challenge_method": nil], at: .archive)
    case .challengeMissing: return await ask(["code_challenge": nil, "code_challenge_method": nil])
    case .challengeMethodUnsupported: return await ask(["code_challenge_method": "plain"])
    case .challengeMalformed: return await ask(["code_challenge": "short"])
    case .promptUnknown: return await ask(["prompt": "create"])
    case .promptNoneCombined: return await ask(["prompt": "none login"])
    case .maxAgeMalformed: return await ask(["max_age": "-1"])
    case .claimsTooLong: return await ask(["claims": String(repeating: "c", count: 2_049)])
    case .claimsMalformed: return await ask(["claims": "[]"])
    case .contextUnreachable:
      return await ask(["claims": #"{"id_token":{"acr":{"essential":true,"value":"urn:nobody"}}}"#])
    case .severalResources: return await ask(adding: [("resource", "business"), ("resource", "tax")])
    case .resourceNotAllowed: return await ask(["resource": "business"])
    case .hintNotOurs: return await ask(["id_token_hint": "a.b.c"])
    case .loginRequired: return await ask(["prompt": "none"])
    case .returnUnconfirmed:
      var (browser, _) = try await world.guest()
      _ = try await world.hop(to: .business, in: &browser)
      let asked = browser.take(await world.provider.endSession(form([("client_id", "housing")]), browser.origin))
      _ = await world.provider.confirmSignOut(
        journey: asked.signOutQuestion?.journey, departmentOnly: true, browser.origin)
      return await world.provider.authorize(world.request(.housing, ["prompt": "none"]), browser.origin)
    }
  }
}
