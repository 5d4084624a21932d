import OneDoorEndpoints
import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

/// The person's own change of the password.
@Suite struct AccountPasswordTests {
  private let new = "lantern-orchard-violin"

  private func submit(
    _ world: World, _ current: String?, _ password: String?, again: String? = nil, in browser: inout TestBrowser
  ) async -> BrowserOutcome {
    browser.take(
      await world.provider.submitAccountPassword(
        current: current, password: password, again: again ?? password, browser.origin))
  }

  private func notice(_ world: World, _ answer: BrowserOutcome, in browser: TestBrowser) async -> AccountNotice? {
    #expect(answer.path == "/account/password")
    return await world.provider.showAccountPassword(notice: answer["j"], browser.origin).accountPassword?.notice
  }

  @Test func `it ends the other sessions with one event and keeps this one under a new cookie`() async throws {
    let world = try await World()
    var (browser, tokens) = try await world.guest()
    let (elsewhere, others) = try await world.guest(at: .business)
    let (stranger, _) = try await world.guest(.liNa)
    let (old, epoch) = (browser.session, try await world.store.epoch())
    let answer = await submit(world, Citizen.zhangWei.password, new, in: &browser)
    #expect(await notice(world, answer, in: browser) == .changed)
    #expect(browser.session != old)
    #expect(try await world.store.epoch() == epoch + 1)
    #expect(try await world.isLive(tokens, at: .housing))
    #expect(try await !world.isLive(others, at: .business))
    #expect(await world.provider.home(elsewhere.origin).home?.personName == nil)
    #expect(await world.provider.home(stranger.origin).home?.personName == Citizen.liNa.name)
    #expect(await world.provider.home(RequestOrigin(sessionCookie: old)).home?.personName == nil)
    #expect(await world.provider.home(browser.origin).home?.personName == Citizen.zhangWei.name)
    let again = try await world.begin(.housing, in: &browser, ["prompt": "login"])
    #expect(await world.submit(again, .zhangWei, in: &browser)["code"] == nil)
    #expect(await world.submit(again, .zhangWei, password: new, in: &browser)["code"] != nil)
  }

  @Test func `the current one is asked for, and what is not taken is said`() async throws {
    let world = try await World()
    var (browser, _) = try await world.guest()
    let right = Citizen.zhangWei.password
    let rows: [(String?, String?, String?, AccountNotice)] = [
      (nil, new, new, .currentMissing), ("wrong", new, new, .currentWrong), (right, nil, nil, .new(.missing)),
      (right, new, "x", .new(.different)), (right, "short", "short", .new(.refused(.tooShort(minimum: 12)))),
      (right, right, right, .new(.refused(.unchanged))),
    ]
    for (current, password, again, expected) in rows {
      let answer = await submit(world, current, password, again: again, in: &browser)
      #expect(await notice(world, answer, in: browser) == expected)
    }
    #expect(try await world.store.signInFacts(name: Citizen.zhangWei.rawValue)?.credential.generation == 1)
  }

  @Test func `guesses are limited as at a sign-in`() async throws {
    let world = try await World()
    var (browser, _) = try await world.guest()
    browser.device = nil
    for _ in 0..<5 { _ = await submit(world, "wrong", new, in: &browser) }
    let answer = await submit(world, Citizen.zhangWei.password, new, in: &browser)
    #expect(answer.status == 429 && answer.retryAfter == 15)
    #expect(answer.accountPassword?.notice == .tooManyAttempts(retryAfter: 15))
    var other = TestBrowser()
    let journey = try await world.begin(.housing, in: &other)
    #expect(await world.submit(journey, .zhangWei, in: &other).status == 429, "one counter")
  }

  @Test func `nobody changes what they are not signed in to, nor from another site`() async throws {
    let world = try await World()
    var stranger = TestBrowser()
    #expect(await world.provider.showAccountPassword(notice: nil, stranger.origin).path == "/")
    #expect(await submit(world, Citizen.zhangWei.password, new, in: &stranger).path == "/")
    let (browser, _) = try await world.guest()
    let answer = await world.provider.submitAccountPassword(
      current: Citizen.zhangWei.password, password: new, again: new, browser.crossSite)
    #expect(answer.refusal == .crossSite)
    #expect(try await world.store.signInFacts(name: Citizen.zhangWei.rawValue)?.credential.generation == 1)
  }

  @Test func `a notice is one session's, and old soon`() async throws {
    let world = try await World()
    var (browser, _) = try await world.guest()
    let (other, _) = try await world.guest(.liNa)
    let answer = await submit(world, "wrong", new, in: &browser)
    #expect(await notice(world, answer, in: other) == nil)
    #expect(await world.provider.showAccountPassword(notice: "x", browser.origin).accountPassword?.notice == nil)
    world.clock.move(.minutes(15))
    #expect(await notice(world, answer, in: browser) == nil)
  }

  @Test func `a form sent twice does it once, and the second answer keeps the person signed in, too`() async throws {
    let world = try await World()
    var (browser, tokens) = try await world.guest()
    let hash = try await PasswordHasher(cost: .lowest, threads: 1).hash(new)
    let cookie = try #require(browser.session.flatMap(SessionCookie.init(value:))).hash
    world.store.meddle { store in
      // The first one, while the second has its password judged.
      guard let facts = try await store.session(cookie) else { throw Unexpected("no session") }
      try await store.changePassword(
        facts, hash: hash, cookie: SessionHash(bytes: Array(repeating: 1, count: 32)), at: World.start,
        end: world.order(.others(of: facts.person.id, keeping: facts.session.id), .passwordChanged))
    }
    let answer = await submit(world, Citizen.zhangWei.password, new, in: &browser)
    #expect(world.store.meddlingLeft == 0)
    #expect(await notice(world, answer, in: browser) == .changed)
    #expect(try await world.store.signInFacts(name: Citizen.zhangWei.rawValue)?.credential.generation == 2)
    #expect(try await world.sessionCount() == 1)
    #expect(try await world.isLive(tokens, at: .housing))
  }

  @Test func `what changes between the look and the write is looked at once more`() async throws {
    let world = try await World()
    var (browser, _) = try await world.guest()
    world.store.meddle(world.changingPassword(of: .zhangWei))
    #expect(await submit(world, Citizen.zhangWei.password, new, in: &browser).path == "/", "every session has ended")
    #expect(try await world.sessionCount() == 0)
    #expect(try await world.store.signInFacts(name: Citizen.zhangWei.rawValue)?.credential.hash == "another hash")
  }
}
