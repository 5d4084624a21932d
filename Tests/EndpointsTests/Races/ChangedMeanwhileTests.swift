import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

/// What changes between an endpoint's look and its write: looked at once more, then refused by its own refusal. A browser
/// or a department never hears of it as a fault of the provider.
@Suite struct ChangedMeanwhileTests {
  private func problem(_ world: World, _ outcome: BrowserOutcome, _ browser: TestBrowser) async -> SignInProblem? {
    #expect(outcome.path == "/login", "\(outcome)")
    return await world.provider.showLogin(journey: outcome["j"], browser.origin).signIn?.problem
  }

  // The sign-in itself

  @Test func `a password that is changed after it was verified signs nobody in`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    world.store.meddle(world.changingPassword(of: .zhangWei))
    let answer = await world.submit(journey, .zhangWei, in: &browser)
    #expect(world.store.meddlingLeft == 0)
    #expect(await problem(world, answer, browser) == .mismatch)
    #expect(browser.session == nil)
    #expect(try await world.sessionCount() == 0)
  }

  @Test func `a person who is disabled after the password was verified is told what everybody is`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    world.store.meddle(world.enabling(.zhangWei, false))
    let answer = await world.submit(journey, .zhangWei, in: &browser)
    #expect(await problem(world, answer, browser) == .mismatch)
    #expect(browser.session == nil)
    #expect(try await world.sessionCount() == 0)
  }

  @Test func `a person whose version moved for another reason is signed in on what is so now`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    world.store.meddle { store in
      try await world.enabling(.zhangWei, false)(store)
      try await world.enabling(.zhangWei, true)(store)
    }
    let code = await world.submit(journey, .zhangWei, in: &browser)["code"]
    #expect(try await world.redeem(code, by: .housing).status == 200)
    #expect(await world.provider.home(browser.origin).home?.personName == Citizen.zhangWei.name)
  }

  @Test func `a person whose version keeps moving is asked again`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    let blink: FailingStore.Meddling = { store in
      try await world.enabling(.zhangWei, false)(store)
      try await world.enabling(.zhangWei, true)(store)
    }
    world.store.meddle(blink, blink)
    let answer = await world.submit(journey, .zhangWei, in: &browser)
    #expect(await problem(world, answer, browser) == .mismatch)
    #expect(browser.session == nil)
    #expect(await world.submit(answer["j"], .zhangWei, in: &browser)["code"] != nil)
  }

  @Test func `the session that a sign-in replaces may end meanwhile`() async throws {
    let world = try await World()
    var browser = try await world.guest(.liNa).browser
    let journey = try await world.begin(.business, in: &browser, ["prompt": "login"])
    world.store.meddle { store in
      _ = try await store.end(world.order(.everything))
      try await world.enabling(.zhangWei, false)(store)
      try await world.enabling(.zhangWei, true)(store)
    }
    #expect(await world.submit(journey, .zhangWei, in: &browser)["code"] != nil)
    #expect(try await world.sessionCount() == 1)
  }

  // Joining the department, on the way out of the sign-in page

  @Test func `a session that ends before the department joined it leads back to the sign-in page`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    world.store.meddle({ _ in }, { _ = try await $0.end(world.order(.everything)) })
    let answer = await world.submit(journey, .zhangWei, in: &browser)
    #expect(await problem(world, answer, browser) == nil)
    #expect(await world.submit(answer["j"], .zhangWei, in: &browser)["code"] != nil)
  }

  @Test func `a department that changes before it joined is joined as it stands now`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    world.store.meddle({ _ in }, try world.raisingVersion(of: .housing))
    #expect(await world.submit(journey, .zhangWei, in: &browser)["code"] != nil)
  }

  @Test func `a department that keeps changing leaves the person signed in, and the journey goes on`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    let raised = try world.raisingVersion(of: .housing)
    world.store.meddle({ _ in }, raised, raised)
    let answer = await world.submit(journey, .zhangWei, in: &browser)
    #expect(answer.path == "/login")
    #expect(await world.provider.home(browser.origin).home?.personName == Citizen.zhangWei.name)
    #expect(await world.provider.showLogin(journey: answer["j"], browser.origin)["code"] != nil)
  }

  @Test func `a department that is disabled before it joined is refused by its page`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    world.store.meddle({ _ in }, try world.disabling(.housing))
    let answer = await world.submit(journey, .zhangWei, in: &browser)
    #expect(answer.path == "/login")
    #expect(await world.provider.showLogin(journey: answer["j"], browser.origin).refusal == .departmentDisabled)
    #expect(await world.provider.home(browser.origin).home?.personName == Citizen.zhangWei.name)
  }

  // Joining a further department

  @Test func `a session that ends under an authorization request leads to the sign-in page`() async throws {
    let world = try await World()
    let browser = try await world.guest().browser
    world.store.meddle { _ = try await $0.end(world.order(.everything)) }
    #expect(await world.provider.authorize(world.request(.business), browser.origin).path == "/login")
    let other = try await world.guest(.liNa).browser
    world.store.meddle { _ = try await $0.end(world.order(.everything)) }
    let silent = await world.provider.authorize(world.request(.business, ["prompt": "none"]), other.origin)
    #expect(silent["error"] == "login_required")
  }

  @Test func `a department that keeps changing under an authorization request is met at the sign-in page`() async throws
  {
    let world = try await World()
    let browser = try await world.guest().browser
    let raised = try world.raisingVersion(of: .business)
    world.store.meddle(raised)
    #expect(await world.provider.authorize(world.request(.business), browser.origin)["code"] != nil)
    world.store.meddle(raised, raised)
    #expect(await world.provider.authorize(world.request(.business), browser.origin).path == "/login")
    world.store.meddle(raised, raised)
    let silent = await world.provider.authorize(world.request(.business, ["prompt": "none"]), browser.origin)
    #expect(silent["error"] == "login_required")
  }

  @Test func `the sign-in page of a session that ends meanwhile is shown`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let first = try await world.begin(.housing, in: &browser)
    let second = try await world.begin(.business, in: &browser)
    #expect(await world.submit(first, .zhangWei, in: &browser)["code"] != nil)
    let raised = try world.raisingVersion(of: .business)
    world.store.meddle(raised, raised)
    #expect(await world.provider.showLogin(journey: second, browser.origin).signIn != nil)
    world.store.meddle(raised)
    #expect(await world.provider.showLogin(journey: second, browser.origin)["code"] != nil)
    world.store.meddle { _ = try await $0.end(world.order(.everything)) }
    #expect(await world.provider.showLogin(journey: second, browser.origin).signIn != nil)
  }

  @Test func `who continues while the session ends is asked to sign in`() async throws {
    let world = try await World()
    var browser = try await world.guest().browser
    let asked = browser.take(
      await world.provider.authorize(world.request(.business, ["prompt": "consent"]), browser.origin))
    #expect(asked.path == "/continue")
    let raised = try world.raisingVersion(of: .business)
    world.store.meddle(raised, raised)
    let again = await world.provider.submitContinue(journey: asked["j"], another: false, browser.origin)
    #expect(again.path == "/continue", "what keeps changing is asked about again")
    world.store.meddle(raised)
    let code = await world.provider.submitContinue(journey: again["j"], another: false, browser.origin)["code"]
    #expect(try await world.redeem(code, by: .business).status == 200)
    world.store.meddle { _ = try await $0.end(world.order(.everything)) }
    let ended = await world.provider.submitContinue(journey: again["j"], another: false, browser.origin)
    #expect(ended.path == "/login")
  }
}
