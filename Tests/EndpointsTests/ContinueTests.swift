import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import Testing

/// "Continue as <name>?"
@Suite struct ContinueTests {
  /// Signed in, and at the page that asks.
  private func asked(
    _ world: World, _ browser: inout TestBrowser, prompt: String = "select_account"
  ) async throws -> String {
    _ = try await world.signIn(.zhangWei, at: .housing, in: &browser)
    let outcome = browser.take(
      await world.provider.authorize(world.request(.business, ["prompt": prompt]), browser.origin))
    #expect(outcome.path == "/continue")
    let page = await world.provider.showContinue(journey: outcome["j"], browser.origin)
    #expect(page.continueAs?.personName == Citizen.zhangWei.name)
    #expect(page.continueAs?.department == Office.business.name)
    return try #require(page.continueAs?.journey)
  }

  @Test(arguments: ["select_account", "consent", "consent select_account"])
  func `a department that wants the person to choose gets a code only after the choice`(prompt: String) async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await asked(world, &browser, prompt: prompt)
    let answer = await world.provider.submitContinue(journey: journey, another: false, browser.origin)
    #expect(answer["code"] != nil)
    #expect(answer["state"] == "state of business")
  }

  @Test func `another account leads to the sign-in page`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await asked(world, &browser)
    let answer = await world.provider.submitContinue(journey: journey, another: true, browser.origin)
    #expect(answer.path == "/login")
    let back = await world.submit(answer["j"], .liNa, in: &browser)
    #expect(back["code"] != nil)
  }

  @Test func `who has been replaced by another person meanwhile is asked again, about that person`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await asked(world, &browser)
    _ = try await world.signIn(.liNa, at: .housing, in: &browser, ["prompt": "login"])
    let answer = await world.provider.submitContinue(journey: journey, another: false, browser.origin)
    #expect(answer["code"] == nil)
    #expect(answer.path == "/continue")
    let page = await world.provider.showContinue(journey: answer["j"], browser.origin)
    #expect(page.continueAs?.personName == Citizen.liNa.name)
    let chosen = await world.provider.submitContinue(
      journey: page.continueAs?.journey, another: false, browser.origin)
    #expect(chosen["code"] != nil)
  }

  @Test func `who is signed out meanwhile signs in`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await asked(world, &browser)
    let person = try await world.person(.zhangWei)
    _ = try await world.store.end(world.order(.person(person.id)))
    #expect(await world.provider.showContinue(journey: journey, browser.origin).path == "/login")
    let answer = await world.provider.submitContinue(journey: journey, another: false, browser.origin)
    #expect(answer.path == "/login")
    #expect(answer["code"] == nil)
  }

  @Test func `a form from another site, another browser or another time is refused`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await asked(world, &browser)
    func answer(_ origin: RequestOrigin) async -> PageRefusal? {
      await world.provider.submitContinue(journey: journey, another: false, origin).refusal
    }
    #expect(await answer(browser.crossSite) == .crossSite)
    #expect(await answer(RequestOrigin(sessionCookie: browser.session)) == .cookiesOff)
    var other = TestBrowser()
    _ = try await world.begin(.housing, in: &other)
    #expect(await answer(other.origin) == .foreignJourney)
    world.clock.move(world.policy.journeyLife)
    #expect(await answer(browser.origin) == .expiredJourney)
  }
}
