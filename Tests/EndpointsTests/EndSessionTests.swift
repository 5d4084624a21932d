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
    #expect(asked.signOutQuestion?.formOrigin == nil)
    #expect(await isSignedIn(world, browser))
    let answer = await world.provider.confirmSignOut(journey: asked.signOutQuestion?.journey, browser.origin)
    #expect(answer.location == nil)
    #expect(answer.signedOut == [Office.housing.name])
    #expect(await !isSignedIn(world, browser))
  }

  @Test func `somebody else's hint asks, and touches neither session before the answer`() async throws {
    let world = try await World()
    var (browser, _) = try await world.guest(.zhangWei)
    let (other, tokens) = try await world.guest(.liNa)
    let asked = browser.take(
      await end(
        world, [("id_token_hint", tokens.idToken), ("post_logout_redirect_uri", Office.housing.afterSignOut)], browser))
    #expect(asked.signOutQuestion != nil)
    #expect(await isSignedIn(world, browser))
    #expect(await isSignedIn(world, other))
    let answer = await world.provider.confirmSignOut(journey: asked.signOutQuestion?.journey, browser.origin)
    #expect(answer.path == Office.housing.afterSignOut)
    #expect(await !isSignedIn(world, browser))
    #expect(await isSignedIn(world, other))
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
    #expect(await provider.confirmSignOut(journey: journey, browser.crossSite).refusal == .crossSite)
    let bare = RequestOrigin(sessionCookie: browser.session)
    #expect(await provider.confirmSignOut(journey: journey, bare).refusal == .cookiesOff)
    var other = TestBrowser()
    _ = try await world.begin(.housing, in: &other)
    #expect(await provider.confirmSignOut(journey: journey, other.origin).refusal == .foreignJourney)
    world.clock.move(world.policy.journeyLife)
    #expect(await provider.confirmSignOut(journey: journey, browser.origin).refusal == .expiredJourney)
  }

  @Test func `the front page says who is signed in and where, and leads out`() async throws {
    let world = try await World()
    var (browser, tokens) = try await world.guest()
    let page = browser.take(await world.provider.home(browser.origin))
    #expect(page.home?.personName == Citizen.zhangWei.name)
    #expect(page.home?.departments == [Office.housing.name])
    #expect(page.home?.lastSignIn == nil, "there was none before this one")
    let answer = await world.provider.confirmSignOut(journey: page.home?.signOutJourney, browser.origin)
    #expect(answer.signedOut == [Office.housing.name])
    #expect(try await !world.isLive(tokens, at: .housing))
  }
}
