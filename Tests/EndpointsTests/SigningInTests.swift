import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

/// The sign-in page, and the session that begins on it.
@Suite struct SigningInTests {
  @Test func `a wrong password and an unknown name are told alike`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    let wrong = await world.submit(journey, .zhangWei, password: "wrong password", in: &browser)
    #expect(wrong.path == "/login")
    let page = await world.provider.showLogin(journey: wrong["j"], browser.origin)
    #expect(page.signIn?.problem == .mismatch)
    #expect(page.signIn?.username == "zhang.wei")
    let unknown = await world.provider.submitLogin(
      journey: journey, username: "nobody", password: "wrong password", browser.origin)
    #expect(await world.provider.showLogin(journey: unknown["j"], browser.origin).signIn?.problem == .mismatch)
    #expect(browser.session == nil)
    #expect(await world.submit(wrong["j"], .zhangWei, in: &browser)["code"] != nil)
  }

  @Test(arguments: [("", "x"), ("zhang.wei", ""), (nil, "x"), ("zhang.wei", nil)] as [(String?, String?)])
  func `an empty form is told of the missing fields`(name: String?, password: String?) async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    let again = await world.provider.submitLogin(journey: journey, username: name, password: password, browser.origin)
    #expect(await world.provider.showLogin(journey: again["j"], browser.origin).signIn?.problem == .missingFields)
  }

  @Test func `guessing beyond the limit is 429 with the time to wait, for unknown names too`() async throws {
    for name in [Citizen.zhangWei.rawValue, "nobody"] {
      let world = try await World()
      var browser = TestBrowser()
      let journey = try await world.begin(.housing, in: &browser)
      for _ in 0..<5 {
        _ = await world.provider.submitLogin(
          journey: journey, username: name, password: "wrong password", browser.origin)
      }
      let answer = await world.provider.submitLogin(
        journey: journey, username: name, password: "wrong password", browser.origin)
      #expect(answer.status == 429)
      #expect(answer.retryAfter == 15)
      #expect(answer.signIn?.problem == .tooManyAttempts(retryAfter: 15))
    }
  }

  @Test func `a planted session cookie is not the one that the login gives`() async throws {
    let world = try await World()
    let planted = try await world.guest(.liNa).browser.session
    var victim = TestBrowser(session: planted)
    _ = try await world.signIn(.zhangWei, at: .business, in: &victim, ["prompt": "login"])
    #expect(victim.session != planted)
    let attacker = await world.provider.home(RequestOrigin(sessionCookie: planted))
    #expect(attacker.home?.personName == nil)
    let garbage = String(repeating: "A", count: 46)
    var other = TestBrowser(session: garbage)
    _ = try await world.signIn(.zhangWei, in: &other)
    #expect(other.session != garbage)
  }

  @Test func `the same person's session goes on under a new cookie, and the old one is dead`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser)
    let tokens = try await world.redeem(code, by: .housing).tokens()
    let old = browser.session
    world.clock.move(100)
    _ = try await world.signIn(at: .business, in: &browser, ["prompt": "login"])
    #expect(browser.session != old)
    #expect(await world.provider.home(RequestOrigin(sessionCookie: old)).home?.personName == nil)
    #expect(await world.provider.home(browser.origin).home?.personName == Citizen.zhangWei.name)
    #expect(try await world.isLive(tokens, at: .housing))
  }

  @Test func `another person in the same browser ends the first one's session`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let code = try await world.signIn(.zhangWei, in: &browser)
    let tokens = try await world.redeem(code, by: .housing).tokens()
    let old = browser.session
    _ = try await world.signIn(.liNa, at: .business, in: &browser, ["prompt": "login"])
    #expect(await world.provider.home(browser.origin).home?.personName == Citizen.liNa.name)
    #expect(await world.provider.home(RequestOrigin(sessionCookie: old)).home?.personName == nil)
    #expect(try await !world.isLive(tokens, at: .housing))
    #expect(try await world.refresh(tokens.refreshToken, by: .housing).status == 400)
  }

  @Test func `a second tab goes on without the form once the first has signed in`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let first = try await world.begin(.housing, in: &browser)
    let second = try await world.begin(.business, in: &browser)
    #expect(await world.submit(first, .zhangWei, in: &browser)["code"] != nil)
    let other = await world.provider.showLogin(journey: second, browser.origin)
    #expect(other.path == Office.business.redirectURI)
    #expect(other["code"] != nil)
  }

  @Test func `a journey lives half an hour`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    world.clock.move(Seconds(world.policy.journeyLife.value - 1))
    #expect(await world.provider.showLogin(journey: journey, browser.origin).signIn != nil)
    world.clock.move(1)
    #expect(await world.provider.showLogin(journey: journey, browser.origin).refusal == .expiredJourney)
    #expect(await world.submit(journey, .zhangWei, in: &browser).refusal == .expiredJourney)
    #expect(browser.session == nil)
  }

  @Test func `a journey that was changed by one character is none`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    for place in stride(from: 0, to: journey.utf8.count, by: 17) {
      var bytes = Array(journey.utf8)
      bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      let changed = String(decoding: bytes, as: UTF8.self)
      #expect(await world.submit(changed, .zhangWei, in: &browser).refusal == .expiredJourney)
    }
    #expect(await world.provider.showLogin(journey: nil, browser.origin).refusal == .expiredJourney)
  }

  @Test func `a person who is disabled cannot sign in, and is told what everybody is`() async throws {
    let world = try await World()
    let person = try await world.person(.zhangWei)
    let guest = try await world.guest()
    try await world.store.setEnabled(person, false, end: world.order(.person(person.id), .personDisabled))
    #expect(try await !world.isLive(guest.tokens, at: .housing))
    #expect(await world.provider.home(guest.browser.origin).home?.personName == nil)
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    let answer = await world.submit(journey, .zhangWei, in: &browser)
    #expect(await world.provider.showLogin(journey: answer["j"], browser.origin).signIn?.problem == .mismatch)
  }

  @Test func `sixteen who submit one form at once leave one account of guesses and no fault`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser)
    let origin = browser.origin
    let answers = try await world.together { _ in
      await world.provider.submitLogin(
        journey: journey, username: Citizen.zhangWei.rawValue, password: "wrong password", origin)
    }
    #expect(answers.allSatisfy { $0.status == 303 || $0.status == 429 })
    let person = try await world.person(.zhangWei)
    let failures = try await world.store.signInFacts(person.id)?.credential.failures.strangers
    #expect(failures == Int64(answers.filter { $0.status == 303 }.count))
  }
}
