import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OneDoorClient
import OneDoorHummingbird
import OneDoorJOSE
import OneDoorMessages
import TestSupport
import Testing

/// A browser session over time: renewed, ended, undecided, stolen.
@Suite struct SessionTests {
  @Test func `past its access token it is renewed, and the answer carries the new cookie`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      let (old, token) = (browser.session, try await browser.get("/my/file").text)
      // The test's own seconds count too: wide margins, or a slow machine decides.
      world.clock.age(seconds: 200)
      #expect(try await browser.get("/my/file").text == token)
      world.clock.age(seconds: 100)
      let renewed = try await browser.get("/my/file")
      #expect(renewed.status == .ok && renewed.text != token)
      #expect(browser.session != old)
      #expect(world.provider.refreshCount == 1)
      let error = try await browser.get("/my/missing")
      #expect(error.status == .notFound)
    }
  }

  @Test(arguments: [false, true])
  func `sixteen requests at once renew once and all carry the new cookie`(rotates: Bool) async throws {
    try await World.run { world in
      world.provider.turn { $0.rotates = rotates }
      let browser = TestBrowser(world)
      try await browser.signIn()
      let cookie = "onedoor-housing=\(browser.session ?? "")"
      for round in 1...3 {
        world.clock.age(seconds: 301)
        let current = round == 1 ? cookie : "onedoor-housing=\(browser.session ?? "")"
        let answers = try await withThrowingTaskGroup(of: TestResponse.self) { group in
          for _ in 0..<16 {
            group.addTask {
              try await world.department.execute(
                uri: "/my/file", method: .get, headers: [.cookie: current, .accept: "text/html"])
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0.status == .ok })
        #expect(Set(answers.map(\.text)).count == 1)
        #expect(answers.allSatisfy { $0.headers[.setCookie]?.hasPrefix("onedoor-housing=") == true })
        #expect(world.provider.refreshCount == round)
        // One that left the browser before the answer came does not break the family.
        let late = try await world.department.execute(
          uri: "/my/file", method: .get, headers: [.cookie: current, .accept: "text/html"])
        #expect(late.status == .ok)
        _ = try await browser.get("/my/file")
        #expect(world.provider.refreshCount == round)
      }
    }
  }

  @Test func `an ended session is refused at the next click, and its cookie cleared`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      let old = browser.cookies
      try await end(browser, world)
      let page = try await browser.get("/my/file")
      #expect(page.status == .unauthorized)
      #expect(page.text.contains("Your session has ended") && page.text.contains("/signin?return_to=%2Fmy%2Ffile"))
      #expect(page.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
      #expect(browser.session == nil)
      browser.cookies = old
      #expect(try await browser.get("/").text == "ended")
      #expect(browser.session == nil)
      #expect(try await browser.get("/").text == "stranger")
      browser.cookies = old
      let chinese = try await browser.get("/my/file", [.acceptLanguage: "zh-CN,en;q=0.5"])
      #expect(chinese.text.contains("您的会话已结束") && chinese.headers[.contentLanguage] == "zh-Hans")
      for (asked, tag, words) in [
        ("zh-TW", "zh-Hant", "您的工作階段已結束"), ("zh-Hans-HK", "zh-Hans", "您的会话已结束"), ("ar-SA", "ar", "انتهت جلستك"),
        ("zh\u{301}", "en", "Your session has ended"),
      ] {
        browser.cookies = old
        let page = try await browser.get("/my/file", [.acceptLanguage: asked])
        #expect(page.text.contains(words) && page.headers[.contentLanguage] == tag, "\(asked)")
        #expect(page.text.contains("dir=\"rtl\"") == (tag == "ar"), "\(asked)")
        #expect(page.text.contains("Draft translation, not checked yet.") == (tag == "ar"), "\(asked)")
      }
    }
  }

  @Test func `revoked, then waited past the token's life, then the old cookie: refused`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      let old = browser.cookies
      try await end(browser, world)
      // Still remembered by the feed, then forgotten by it.
      for seconds: Int64 in [400, 2000] {
        world.clock.age(seconds: seconds)
        try await Task.sleep(for: .milliseconds(200))
        browser.cookies = old
        #expect([.unauthorized, .seeOther].contains(try await browser.get("/my/file").status))
        #expect(browser.session == nil)
        browser.cookies = old
        #expect(try await browser.get("/my/file", [.accept: "application/json"]).status == .unauthorized)
        #expect(try await browser.get("/").text != "张伟")
      }
    }
  }

  @Test func `a session that lapsed signs in again without a word`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      let old = browser.cookies
      let identity = try world.oneDoor.verify(accessToken: try await browser.get("/my/file").text)
      world.provider.expire(identity.sessionID ?? "")
      world.clock.age(seconds: 301)
      let answer = try await browser.get("/my/file")
      #expect(answer.status == .seeOther && answer.location == "/signin?return_to=%2Fmy%2Ffile")
      #expect(browser.session == nil)
      browser.cookies = old
      #expect(try await browser.send(.post, "/my/file").status == .unauthorized)
    }
  }

  @Test func `cut off from the provider nothing is served and nothing is lost`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      let token = try await browser.get("/my/file").text
      let old = browser.session
      world.provider.turn { $0.isSilent = true }
      // A head may be on its way still: the silence begins once it has arrived.
      try await eventually("the silence") {
        world.clock.fallSilent(for: .seconds(121))
        return try await browser.get("/").text == "undecided" ? true : nil
      }
      world.clock.fallSilent(for: .seconds(121))
      let page = try await browser.get("/my/file")
      #expect(page.status == .serviceUnavailable)
      #expect(page.headers[.retryAfter] != nil && page.headers[.location] == nil && page.headers[.setCookie] == nil)
      let api = try await TestBrowser(world).get(
        "/my/file", [.accept: "application/json", .authorization: "Bearer \(token)"])
      #expect(api.status == .serviceUnavailable && api.headers[.retryAfter] != nil)
      #expect(try await browser.get("/").text == "undecided")
      #expect(browser.session == old)
      world.provider.turn { $0.isSilent = false }
      try await eventually("the feed again") {
        try await browser.get("/my/file").status == .ok ? true : nil
      }
    }
  }

  @Test func `a provider that cannot renew now does not sign anybody out`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      world.provider.turn { $0.isDown = true }
      world.clock.age(seconds: 301)
      let answer = try await browser.get("/my/file")
      #expect(answer.status == .serviceUnavailable && answer.headers[.setCookie] == nil)
      world.provider.turn { $0.isDown = false }
      #expect(try await browser.get("/my/file").status == .ok)
    }
  }

  @Test func `tokens of another person or session do not continue this one`() async throws {
    try await World.run { world in
      for claim in ["sub", "sid", "client_id"] {
        world.provider.turn { $0 = ProviderState.Knobs() }
        let browser = TestBrowser(world)
        try await browser.signIn()
        world.provider.turn { $0.changeAccess = { $0[claim] = "somebody-else" } }
        world.clock.age(seconds: 301)
        #expect(try await browser.get("/my/file").status == .serviceUnavailable)
      }
    }
  }

  @Test func `a cookie that was planted, doubled or changed is nobody's`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      let sealed = browser.session ?? ""
      for value in ["x", String(sealed.dropLast()), "onedoor-housing=\(sealed)", String(repeating: "A", count: 5000)] {
        browser.cookies = ["onedoor-housing": value]
        #expect(try await browser.get("/my/file").status == .seeOther)
        #expect(browser.session == nil)
      }
      let twice = try await world.department.execute(
        uri: "/my/file", method: .get,
        headers: [.cookie: "onedoor-housing=\(sealed); onedoor-housing=\(sealed)", .accept: "text/html"])
      #expect(twice.status == .seeOther)
      browser.cookies = ["onedoor-business": sealed]
      #expect(try await browser.get("/my/file").status == .seeOther)
    }
  }

  private func end(_ browser: TestBrowser, _ world: World) async throws {
    let token = try world.oneDoor.verify(accessToken: try await browser.get("/my/file").text)
    try world.provider.end(.sid(token.sessionID ?? ""))
    try await eventually(ended: token, world)
  }
}
