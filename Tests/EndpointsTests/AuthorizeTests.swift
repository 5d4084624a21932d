import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import Testing

/// From a department to the provider and back.
@Suite struct AuthorizeTests {
  @Test func `a first sign-in goes by the sign-in page and comes back with code, state and iss`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let first = browser.take(await world.provider.authorize(world.request(.housing), browser.origin))
    #expect(first.path == "/login")
    #expect(browser.browser != nil)
    #expect(browser.session == nil)
    let page = await world.provider.showLogin(journey: first["j"], browser.origin)
    #expect(page.signIn?.department == Office.housing.name)
    #expect(page.signIn?.formOrigin == "http://localhost:8081")
    let back = await world.submit(page.signIn?.journey, .zhangWei, in: &browser)
    #expect(back.path == Office.housing.redirectURI)
    #expect(back["state"] == "state of housing")
    #expect(back["iss"] == World.issuer)
    #expect(back["code"].map { $0.utf8.count <= 512 } == true)
  }

  @Test func `a second department asks for nothing`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let code = try await world.signIn(at: .housing, in: &browser)
    let other = try await world.hop(to: .business, in: &browser)
    let here = try world.identityClaims(try await world.redeem(code, by: .housing).tokens())
    let there = try world.identityClaims(try await world.redeem(other, by: .business).tokens())
    #expect(here.subject != there.subject)
    #expect(here.sessionHandle != there.sessionHandle)
    #expect(here.authenticationTime == there.authenticationTime)
  }

  @Test func `a posted request is checked and sent round as a sealed GET`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    _ = try await world.signIn(in: &browser)
    let round = await world.provider.authorizePost(world.request(.business))
    #expect(round.path == "/authorize")
    let answer = await world.provider.authorize(form([("j", round["j"])]), browser.origin)
    #expect(answer["code"] != nil)
    #expect(answer["state"] == "state of business")
    let bad = await world.provider.authorizePost(world.request(.business, ["redirect_uri": "https://evil.example/"]))
    #expect(bad.refusal == .redirectURIMismatch)
    world.clock.move(.days(2))
    let late = await world.provider.authorize(form([("j", round["j"])]), browser.origin)
    #expect(late.refusal == .expiredJourney)
  }

  @Test func `a sealed request of one kind is none of another kind`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    let posted = await world.provider.authorizePost(world.request(.housing))["j"]
    #expect(await world.provider.authorize(form([("j", journey)]), browser.origin).refusal == .expiredJourney)
    #expect(await world.provider.showLogin(journey: posted, browser.origin).refusal == .expiredJourney)
    #expect(
      await world.provider.confirmSignOut(journey: journey, departmentOnly: false, browser.origin).refusal
        == .expiredJourney)
    #expect(try await world.redeem(journey, by: .housing).refusal == .codeInvalid)
  }

  @Test func `prompt=none answers with a code where the person is signed in`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    _ = try await world.signIn(in: &browser)
    _ = try await world.hop(to: .business, in: &browser, ["prompt": "none"])
    world.clock.move(world.policy.sessionIdle)
    let late = await world.provider.authorize(world.request(.business, ["prompt": "none"]), browser.origin)
    #expect(late["error"] == "login_required")
  }

  @Test(arguments: [["prompt": "login"], ["max_age": "0"], ["max_age": "100"]])
  func `an old login is asked for again, and the fresh one counts`(changes: [String: String]) async throws {
    let world = try await World()
    var browser = TestBrowser()
    _ = try await world.signIn(in: &browser)
    world.clock.move(101)
    let code = try await world.signIn(at: .business, in: &browser, changes.mapValues { $0 })
    let claims = try world.identityClaims(try await world.redeem(code, by: .business).tokens())
    #expect(claims.authenticationTime == world.clock.now.seconds)
  }

  @Test func `prompt=login asks even in the very second of a login`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    _ = try await world.signIn(in: &browser)
    let journey = try await world.begin(.business, in: &browser, ["prompt": "login"])
    #expect(await world.provider.showLogin(journey: journey, browser.origin).signIn != nil)
    #expect(await world.submit(journey, .zhangWei, in: &browser)["code"] != nil)
  }

  @Test func `a login that is young enough is not asked for again`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    _ = try await world.signIn(in: &browser)
    world.clock.move(100)
    _ = try await world.hop(to: .business, in: &browser, ["max_age": "100"])
  }

  @Test func `a hint at another person than the one who signs in is not answered about that one`() async throws {
    let world = try await World()
    let hint = try await world.guest(.liNa).tokens.idToken
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser, ["id_token_hint": hint])
    let answer = await world.submit(journey, .zhangWei, in: &browser)
    #expect(answer["error"] == "login_required")
    #expect(answer["code"] == nil)
    let right = try await world.begin(.housing, in: &browser, ["id_token_hint": hint])
    #expect(await world.submit(right, .liNa, in: &browser)["code"] != nil)
  }

  @Test func `a hint that another department was given is refused`() async throws {
    let world = try await World()
    let hint = try await world.guest(at: .business).tokens.idToken
    let answer = await world.provider.authorize(world.request(.housing, ["id_token_hint": hint]), RequestOrigin())
    #expect(answer["error_description"] == AuthorizeRefusal.hintNotOurs.text)
  }

  @Test func `old software that sends neither challenge nor nonce gets an RS256 ID token`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let code = try await world.signIn(
      at: .legacy, in: &browser, ["nonce": nil, "code_challenge": nil, "code_challenge_method": nil])
    let tokens = try await world.redeem(code, by: .legacy, verifier: nil).tokens()
    #expect(tokens.refreshToken == nil)
    #expect(try world.identityClaims(tokens).nonce == nil)
    let header = try #require(tokens.idToken?.split(separator: ".").first)
    #expect(header.hasPrefix("eyJhbGciOiJSUzI1NiI"))
  }

  @Test func `a parameter given twice is refused by page while it is the client or the redirect URI`() async throws {
    let world = try await World()
    for name in ["client_id", "redirect_uri"] {
      let doubled = world.request(.housing, adding: [("scope", "openid"), (name, "housing")])
      #expect(await world.provider.authorize(doubled, RequestOrigin()).refusal == .duplicateParameter, "\(name)")
      #expect(await world.provider.authorizePost(doubled).refusal == .duplicateParameter, "\(name)")
    }
  }

  @Test func `a department that is switched off while somebody signs in gets no code`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    try await world.disable(.housing)
    #expect(await world.submit(journey, .zhangWei, in: &browser).refusal == .departmentDisabled)
  }
}

extension Office {
  var name: LocalizedName { LocalizedName(english: "Office of \(rawValue)") }
}
