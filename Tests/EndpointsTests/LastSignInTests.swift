import OneDoorEndpoints
import OneDoorRules
import Testing

/// "You last signed in on …": the sign-in before the one that shows it, by which a person notices one that was not theirs.
@Suite struct LastSignInTests {
  private func home(_ world: World, _ browser: TestBrowser) async -> UnixTime? {
    await world.provider.home(browser.origin).home?.lastSignIn
  }

  private func question(_ world: World, _ browser: TestBrowser) async -> UnixTime? {
    let asked = await world.provider.authorize(world.request(.business, ["prompt": "consent"]), browser.origin)
    return await world.provider.showContinue(journey: asked["j"], browser.origin).continueAs?.lastSignIn
  }

  @Test func `the first sign-in ever has none before it, and the second shows the first`() async throws {
    let world = try await World()
    let first = try await world.guest().browser
    let opened = await world.provider.home(first.origin).home
    #expect(opened?.personName == Citizen.zhangWei.name)
    #expect(opened?.lastSignIn == nil)
    #expect(await question(world, first) == nil)
    world.clock.move(.minutes(10))
    let second = try await world.guest(at: .business).browser
    #expect(await home(world, second) == World.start)
    #expect(await question(world, second) == World.start)
    #expect(await home(world, first) == World.start + .minutes(10), "the other browser is told of this one")
    let other = try await world.guest(.liNa).browser
    #expect(await home(world, other) == nil, "each person's own")
  }

  @Test func `signing in again in the same browser counts`() async throws {
    let world = try await World()
    var browser = try await world.guest().browser
    for round in 1...3 as ClosedRange<Int64> {
      world.clock.move(.minutes(10))
      _ = try await world.signIn(at: .business, in: &browser, ["prompt": "login"])
      #expect(await home(world, browser) == World.start + .minutes(10 * (round - 1)))
      #expect(await question(world, browser) == World.start + .minutes(10 * (round - 1)))
    }
    world.clock.move(.minutes(5))
    _ = try await world.hop(to: .archive, in: &browser)
    #expect(await home(world, browser) == World.start + .minutes(20), "a further department is no sign-in")
  }
}
