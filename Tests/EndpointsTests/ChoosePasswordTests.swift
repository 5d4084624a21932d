import OneDoorEndpoints
import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

/// A first sign-in with a password that an administrator set.
@Suite struct ChoosePasswordTests {
  private let given = "given-by-the-office-1"
  private let own = "lantern-orchard-violin"

  /// The right password given; the journey now asks for another.
  private func asked(_ world: World, _ browser: inout TestBrowser) async throws -> String {
    try await world.giving(given, to: .zhangWei)
    let journey = try await world.begin(.housing, in: &browser)
    let outcome = await world.submit(journey, .zhangWei, password: given, in: &browser)
    #expect(outcome.path == "/login/password")
    #expect(outcome.cookies == [], "no session, and no known device either")
    return try #require(outcome["j"])
  }

  private func submit(
    _ world: World, _ journey: String?, _ password: String?, again: String? = nil, in browser: inout TestBrowser
  ) async -> BrowserOutcome {
    browser.take(
      await world.provider.submitChoosePassword(
        journey: journey, password: password, again: again ?? password, browser.origin))
  }

  @Test func `another one is chosen before there is a session, and the sign-in goes on`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await asked(world, &browser)
    #expect(try await world.sessionCount() == 0)
    let page = await world.provider.showChoosePassword(journey: journey, browser.origin)
    #expect(page.choosePassword?.department == Office.housing.name)
    #expect(page.choosePassword?.username == Citizen.zhangWei.rawValue)
    let answer = await submit(world, journey, own, in: &browser)
    #expect(answer["code"] != nil)
    #expect(browser.session != nil)
    let facts = try #require(await world.store.signInFacts(name: Citizen.zhangWei.rawValue))
    #expect(!facts.credential.mustChange)
    var other = TestBrowser()
    let again = try await world.begin(.housing, in: &other)
    #expect(await world.submit(again, .zhangWei, password: given, in: &other)["code"] == nil, "it is worth nothing now")
    let third = try await world.begin(.housing, in: &other)
    #expect(await world.submit(third, .zhangWei, password: own, in: &other)["code"] != nil)
    // A device that chose the password is one that knows it.
    var strange = TestBrowser()
    for _ in 0..<5 {
      _ = await world.submit(try await world.begin(.housing, in: &strange), .zhangWei, password: "x", in: &strange)
    }
    let back = try await world.begin(.housing, in: &browser, ["prompt": "login"])
    #expect(await world.submit(back, .zhangWei, password: own, in: &browser)["code"] != nil)
  }

  @Test func `what is not taken is said on the page, by way of a redirect`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await asked(world, &browser)
    let refused: [(String?, String?, NewPasswordProblem)] = [
      (nil, nil, .missing), (own, "x", .different), ("short", "short", .refused(.tooShort(minimum: 12))),
      (given, given, .refused(.unchanged)),
    ]
    for (password, again, problem) in refused {
      let answer = browser.take(
        await world.provider.submitChoosePassword(
          journey: journey, password: password, again: again, browser.origin))
      #expect(answer.path == "/login/password")
      let page = await world.provider.showChoosePassword(journey: answer["j"], browser.origin)
      #expect(page.choosePassword?.problem == .new(problem))
    }
    #expect(try await world.sessionCount() == 0)
    #expect(await submit(world, journey, own, in: &browser)["code"] != nil)
  }

  @Test func `the step holds five minutes, in its browser and from its site`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await asked(world, &browser)
    let provider = world.provider
    #expect(
      await provider.submitChoosePassword(journey: journey, password: own, again: own, browser.crossSite).refusal
        == .crossSite)
    var other = TestBrowser()
    _ = try await world.begin(.housing, in: &other)
    #expect(await submit(world, journey, own, in: &other).refusal == .foreignJourney)
    world.clock.move(.minutes(5))
    let late = await submit(world, journey, own, in: &browser)
    #expect(late.path == "/login")
    let page = await provider.showLogin(journey: late["j"], browser.origin)
    #expect(page.signIn?.problem == .stepExpired)
    #expect(await provider.showChoosePassword(journey: journey, browser.origin).path == "/login")
    #expect(try await world.store.signInFacts(name: Citizen.zhangWei.rawValue)?.credential.mustChange == true)
  }

  @Test func `a form sent twice does it once, and both answers go on`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await asked(world, &browser)
    let own = own
    let origin = browser.origin
    let answers = try await world.together(2) { _ in
      await world.provider.submitChoosePassword(journey: journey, password: own, again: own, origin)
    }
    for answer in answers { #expect(answer["code"] != nil, "\(answer)") }
    let facts = try #require(await world.store.signInFacts(name: Citizen.zhangWei.rawValue))
    #expect(facts.credential.generation == 3, "given, then chosen once")
    #expect(await submit(world, journey, "another-password-of-mine", in: &browser).path == "/login")
    #expect(await world.provider.showChoosePassword(journey: journey, browser.origin).path == "/login")
  }

  @Test func `who is given another password or is disabled meanwhile signs in anew`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let first = try await asked(world, &browser)
    try await world.giving("given-by-the-office-2", to: .zhangWei)
    #expect(await submit(world, first, own, in: &browser).path == "/login")
    let second = try await asked(world, &browser)
    let raced = world.changingPassword(of: .zhangWei)
    world.store.meddle(raced)
    #expect(await submit(world, second, own, in: &browser).path == "/login")
    let third = try await asked(world, &browser)
    try await world.store.setEnabled(
      try await world.person(.zhangWei), false,
      end: world.order(.person(try await world.person(.zhangWei).id), .personDisabled))
    #expect(await submit(world, third, own, in: &browser).path == "/login")
    #expect(try await world.sessionCount() == 0)
  }

  @Test func `a step out of order leads back to its own page`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    #expect(await submit(world, journey, own, in: &browser).path == "/login")
    #expect(await world.provider.showChoosePassword(journey: journey, browser.origin).path == "/login")
  }
}
