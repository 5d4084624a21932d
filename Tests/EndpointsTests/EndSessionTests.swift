import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import Testing

/// Signing out (OpenID Connect RP-Initiated Logout).
@Suite struct EndSessionTests {
  private func end(
    _ world: World, _ pairs: [(String, String?)], _ browser: TestBrowser
  ) async -> BrowserOutcome {
    await world.provider.endSession(form(pairs), browser.origin)
  }

  private func isSignedIn(_ world: World, _ browser: TestBrowser) async -> Bool {
    await world.provider.home(browser.origin).home?.personName != nil
  }

  @Test func `a department's own hint signs out everywhere and goes back with state`() async throws {
    let world = try await World()
    var (browser, tokens) = try await world.guest()
    let other = try await world.redeem(try await world.hop(to: .business, in: &browser), by: .business).tokens()
    let answer = await end(
      world,
      [
        ("id_token_hint", tokens.idToken), ("post_logout_redirect_uri", Office.housing.afterSignOut),
        ("state", "where I was"),
      ], browser)
    #expect(answer.path == Office.housing.afterSignOut)
    #expect(answer["state"] == "where I was")
    #expect(answer.cookies == [.clearSession])
    #expect(await !isSignedIn(world, browser))
    #expect(try await !world.isLive(tokens, at: .housing))
    #expect(try await !world.isLive(other, at: .business))
  }

  @Test func `an expired hint still signs out`() async throws {
    let world = try await World()
    let (browser, tokens) = try await world.guest()
    world.clock.move(.minutes(25))
    let answer = await end(world, [("id_token_hint", tokens.idToken)], browser)
    #expect(answer.signedOut == [Office.housing.name])
    #expect(await !isSignedIn(world, browser))
  }

  @Test func `a hint works without the cookie, by its sid`() async throws {
    let world = try await World()
    let (browser, tokens) = try await world.guest()
    let answer = await end(world, [("id_token_hint", tokens.idToken)], TestBrowser())
    #expect(await !isSignedIn(world, browser))
    // Whose cookie it would be is not known: a form from another site brings none along.
    #expect(answer.cookies == [])
  }

  @Test func `without a hint a page asks, and its answer signs out without a redirect`() async throws {
    let world = try await World()
    var (browser, _) = try await world.guest()
    let asked = browser.take(
      await end(world, [("client_id", "housing"), ("post_logout_redirect_uri", Office.housing.afterSignOut)], browser))
    #expect(asked.signOutQuestion?.personName == Citizen.zhangWei.name)
    #expect(asked.signOutQuestion?.department == Office.housing.name)
    #expect(asked.signOutQuestion?.offersDeparture == false, "there is no other department")
    #expect(await isSignedIn(world, browser))
    let answer = await world.provider.confirmSignOut(
      journey: asked.signOutQuestion?.journey, departmentOnly: false, browser.origin)
    #expect(answer.location == nil)
    #expect(answer.signedOut == [Office.housing.name])
    #expect(await !isSignedIn(world, browser))
  }

  @Test func `somebody else's hint is refused, and touches neither session`() async throws {
    let world = try await World()
    let (browser, _) = try await world.guest(.zhangWei)
    let (other, tokens) = try await world.guest(.liNa)
    let refused = await end(
      world, [("id_token_hint", tokens.idToken), ("post_logout_redirect_uri", Office.housing.afterSignOut)], browser)
    #expect(refused.refusal == .hintOfAnotherPerson)
    #expect(refused.cookies == [])
    #expect(await isSignedIn(world, browser))
    #expect(await isSignedIn(world, other))
  }

  @Test func `a hint of this person from another browser ends this browser's session`() async throws {
    let world = try await World()
    let (browser, _) = try await world.guest()
    let (other, tokens) = try await world.guest()
    let answer = await end(world, [("id_token_hint", tokens.idToken)], browser)
    #expect(answer.signedOut == [Office.housing.name])
    #expect(await !isSignedIn(world, browser))
    #expect(await isSignedIn(world, other))
  }

  @Test func `out of one department only: the other and the session stay, and coming back asks once`() async throws {
    let world = try await World()
    var (browser, tokens) = try await world.guest()
    let other = try await world.redeem(try await world.hop(to: .business, in: &browser), by: .business).tokens()
    let asked = browser.take(await end(world, [("client_id", "housing")], browser))
    let question = try #require(asked.signOutQuestion)
    #expect(question.offersDeparture)
    let again = browser.take(await end(world, [("j", question.journey), ("ui_locales", "zh-Hans")], browser))
    #expect(again.signOutQuestion?.department == Office.housing.name, "the same question in another language")
    for _ in 0..<2 {
      let answer = browser.take(
        await world.provider.confirmSignOut(journey: question.journey, departmentOnly: true, browser.origin))
      #expect(answer.departed == Office.housing.name)
    }
    #expect(try await !world.isLive(tokens, at: .housing))
    #expect(try await world.isLive(other, at: .business))
    #expect(await world.provider.home(browser.origin).home?.departments == [Office.business.name])
    _ = try await world.hop(to: .business, in: &browser)

    let silent = await world.provider.authorize(world.request(.housing, ["prompt": "none"]), browser.origin)
    #expect(silent["error"] == "interaction_required")
    let back = browser.take(await world.provider.authorize(world.request(.housing), browser.origin))
    #expect(back.path == "/continue")
    let page = await world.provider.showContinue(journey: back["j"], browser.origin)
    let confirmed = await world.provider.submitContinue(
      journey: page.continueAs?.journey, another: false, browser.origin)
    #expect(confirmed["code"] != nil)
    _ = try await world.hop(to: .housing, in: &browser)
  }

  @Test func `a password is an answer to coming back, and another person is not asked`() async throws {
    let world = try await World()
    for citizen in [Citizen.zhangWei, .liNa] {
      var (browser, _) = try await world.guest()
      _ = try await world.hop(to: .business, in: &browser)
      let asked = browser.take(await end(world, [("client_id", "housing")], browser))
      _ = await world.provider.confirmSignOut(
        journey: asked.signOutQuestion?.journey, departmentOnly: true, browser.origin)
      _ = try await world.signIn(citizen, at: .housing, in: &browser, ["prompt": "login"])
      _ = try await world.hop(to: .housing, in: &browser)
    }
  }

  @Test func `a question about no department has no such answer`() async throws {
    let world = try await World()
    var (browser, tokens) = try await world.guest()
    let asked = browser.take(await end(world, [], browser))
    #expect(asked.signOutQuestion?.offersDeparture == false)
    let answer = await world.provider.confirmSignOut(
      journey: asked.signOutQuestion?.journey, departmentOnly: true, browser.origin)
    #expect(answer.refusal == .malformedParameters)
    #expect(try await world.isLive(tokens, at: .housing))
  }

  @Test func `nobody is signed in: nothing to ask, and a valid hint still leads back`() async throws {
    let world = try await World()
    let (browser, tokens) = try await world.guest()
    #expect(await end(world, [], TestBrowser()).signedOut == [])
    let back: [(String, String?)] = [
      ("id_token_hint", tokens.idToken), ("post_logout_redirect_uri", Office.housing.afterSignOut),
    ]
    _ = await end(world, back, browser)
    #expect(await end(world, back, browser).path == Office.housing.afterSignOut)
    #expect(await end(world, [("post_logout_redirect_uri", Office.housing.afterSignOut)], browser).location == nil)
  }

  @Test func `an unregistered way back is an error, and nothing ends`() async throws {
    let world = try await World()
    let (browser, tokens) = try await world.guest()
    for uri in [
      Office.business.afterSignOut, Office.housing.afterSignOut + "/", Office.housing.redirectURI, "//evil.example",
    ] {
      let answer = await end(
        world, [("id_token_hint", tokens.idToken), ("post_logout_redirect_uri", uri)], browser)
      #expect(answer.refusal == .postLogoutRedirectURIMismatch, "\(uri)")
    }
    #expect(await isSignedIn(world, browser))
  }

  @Test func `a hint of another kind, another signer or another department is an error, and nothing ends`()
    async throws
  {
    let world = try await World()
    let (browser, tokens) = try await world.guest()
    var forged = try world.identityClaims(tokens)
    forged.subject = "somebody"
    let foreign = try world.keys.stranger.sign(typ: TokenType.idToken, payload: forged.serialized())
    #expect(await end(world, [("id_token_hint", tokens.accessToken)], browser).refusal == .hintInvalid)
    #expect(await end(world, [("id_token_hint", foreign)], browser).refusal == .hintInvalid)
    let contradicted: [(String, String?)] = [("id_token_hint", tokens.idToken), ("client_id", "business")]
    #expect(await end(world, contradicted, browser).refusal == .hintContradicted)
    #expect(await end(world, [("client_id", "nobody")], browser).refusal == .unknownDepartment)
    let doubled: [(String, String?)] = [("state", "a"), ("state", "b")]
    #expect(await end(world, doubled, browser).refusal == .duplicateParameter)
    #expect(await isSignedIn(world, browser))
  }

  @Test func `the answer to the question is taken from this browser, this site and this half hour`() async throws {
    let world = try await World()
    var (browser, _) = try await world.guest()
    let journey = browser.take(await end(world, [], browser)).signOutQuestion?.journey
    let provider = world.provider
    #expect(
      await provider.confirmSignOut(journey: journey, departmentOnly: false, browser.crossSite).refusal == .crossSite)
    let bare = RequestOrigin(sessionCookie: browser.session)
    #expect(await provider.confirmSignOut(journey: journey, departmentOnly: false, bare).refusal == .cookiesOff)
    var other = TestBrowser()
    _ = try await world.begin(.housing, in: &other)
    #expect(
      await provider.confirmSignOut(journey: journey, departmentOnly: false, other.origin).refusal == .foreignJourney)
    world.clock.move(world.policy.journeyLife)
    #expect(
      await provider.confirmSignOut(journey: journey, departmentOnly: false, browser.origin).refusal == .expiredJourney)
  }

  @Test func `the front page says who is signed in and where, and leads out`() async throws {
    let world = try await World()
    var (browser, tokens) = try await world.guest()
    let page = browser.take(await world.provider.home(browser.origin))
    #expect(page.home?.personName == Citizen.zhangWei.name)
    #expect(page.home?.departments == [Office.housing.name])
    #expect(page.home?.lastSignIn == nil, "there was none before this one")
    let answer = await world.provider.confirmSignOut(
      journey: page.home?.signOutJourney, departmentOnly: false, browser.origin)
    #expect(answer.signedOut == [Office.housing.name])
    #expect(try await !world.isLive(tokens, at: .housing))
  }
}
