import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import Testing

/// Claims asked for by name, from the request to ID token and userinfo.
@Suite struct ClaimsTests {
  private func userinfo(_ world: World, _ tokens: TokenResponse) async throws -> JSONObject {
    try await world.userinfo(tokens.accessToken).json()
  }

  @Test func `what was asked for by name arrives where it was asked for, and survives a refresh`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let claims = #"{"userinfo":{"email":null},"id_token":{"phone_number":{"essential":true}}}"#
    let code = try await world.signIn(at: .portal, in: &browser, ["scope": "openid", "claims": claims])
    var tokens = try await world.redeem(code, by: .portal).tokens()
    for _ in 0..<2 {
      let identity = try world.identityClaims(tokens).profile
      #expect(identity == ProfileClaims(phoneNumber: Citizen.zhangWei.phone))
      let profile = try ProfileClaims(try await userinfo(world, tokens))
      #expect(profile == ProfileClaims(email: "zhang.wei@example.org"))
      tokens = try await world.refresh(tokens.refreshToken, by: .portal).tokens()
    }
    // The next request asks for nothing by name, and gets nothing.
    let again = try await world.hop(to: .portal, in: &browser, ["scope": "openid"])
    let later = try await world.redeem(again, by: .portal).tokens()
    #expect(try ProfileClaims(try await userinfo(world, later)) == ProfileClaims())
    #expect(try world.identityClaims(later).profile == ProfileClaims())
  }

  @Test func `a department never gets what it did not register for, nor what it is no longer registered for`()
    async throws
  {
    let world = try await World()
    try await world.change(.housing) { $0.scopes = [.openid, .email, .revocation] }
    let all = ReleasableClaim.allCases.map { "\"\($0.rawValue)\":{\"essential\":true}" }.joined(separator: ",")
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser, ["claims": "{\"userinfo\":{\(all)},\"id_token\":{\(all)}}"])
    let tokens = try await world.redeem(code, by: .housing).tokens()
    let expected = ProfileClaims(email: "zhang.wei@example.org", isEmailVerified: false)
    #expect(try world.identityClaims(tokens).profile == expected)
    #expect(try ProfileClaims(try await userinfo(world, tokens)) == expected)
    try await world.change(.housing) { $0.scopes = [.openid, .revocation] }
    #expect(try ProfileClaims(try await userinfo(world, tokens)) == ProfileClaims())
    let next = try await world.refresh(tokens.refreshToken, by: .housing).tokens()
    #expect(try world.identityClaims(next).profile == ProfileClaims())
  }

  @Test func `a sub with a value is answered about that person or not at all`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    var browser = guest.browser
    let own = try world.identityClaims(guest.tokens).subject
    func claims(_ sub: String) -> String { "{\"id_token\":{\"sub\":{\"value\":\"\(sub)\"}}}" }
    _ = try await world.hop(to: .housing, in: &browser, ["claims": claims(own)])
    let other = try world.identityClaims(try await world.guest(.liNa).tokens).subject
    let silent = await world.provider.authorize(
      world.request(.housing, ["claims": claims(other), "prompt": "none"]), browser.origin)
    #expect(silent["error"] == "login_required")
    let journey = try await world.begin(.housing, in: &browser, ["claims": claims(other)])
    var second = browser
    #expect(await world.submit(journey, .zhangWei, in: &second)["error"] == "login_required")
    #expect(await world.submit(journey, .liNa, in: &browser)["code"] != nil)
    // The sub of another department names nobody here.
    let elsewhere = await world.provider.authorize(
      world.request(.business, ["claims": claims(own), "prompt": "none"]), browser.origin)
    #expect(elsewhere["error"] == "login_required")
  }

  @Test func `acr_values wish and an essential acr demands`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    for (number, wish) in ["urn:onedoor:acr:1", "urn:nobody:acr:9 x", "\"", String(repeating: "a ", count: 300)]
      .enumerated()
    {
      let changes = ["acr_values": wish]
      let code =
        number == 0
        ? try await world.signIn(in: &browser, changes) : try await world.hop(to: .housing, in: &browser, changes)
      #expect(try world.identityClaims(try await world.redeem(code, by: .housing).tokens()).acr == "urn:onedoor:acr:1")
    }
    for claims in [
      #"{"id_token":{"acr":{"essential":true,"values":["urn:nobody:acr:9","urn:onedoor:acr:1"]}}}"#,
      #"{"id_token":{"acr":{"essential":true}}}"#, #"{"id_token":{"acr":{"values":["urn:nobody:acr:9"]}}}"#,
      #"{"id_token":{"acr":null}}"#,
    ] { _ = try await world.hop(to: .housing, in: &browser, ["claims": claims]) }
    let unmet = #"{"id_token":{"acr":{"essential":true,"value":"urn:nobody:acr:9"}}}"#
    for prompt in [nil, "none", "login"] {
      let answer = await world.provider.authorize(
        world.request(.housing, ["claims": unmet, "prompt": prompt]), browser.origin)
      #expect(answer["error"] == "unmet_authentication_requirements")
    }
  }
}
