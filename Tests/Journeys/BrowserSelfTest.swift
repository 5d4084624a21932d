import Foundation
import TestSupport
import Testing

/// The browser driver proves itself on a page that is no part of the product.
@Suite struct BrowserSelfTest {
  private static let form = """
    <!doctype html><html lang="en"><title>Form</title><body><h1>Say a word</h1>
    <form method="post" action="/said"><label>Word <input name="word" value="old"></label><button>Send</button></form>
    </body></html>
    """

  private static func server() async throws -> StaticServer {
    try await StaticServer { request in
      switch (request.method, request.path) {
      case ("GET", "/"): return .html(form, headers: [("set-cookie", "seen=1; Path=/; HttpOnly; SameSite=Lax")])
      case ("POST", "/said"): return .redirect("/thanks?\(request.body)")
      case ("GET", "/thanks"): return .html("<title>Thanks</title><p>\(request.header("cookie") ?? "no cookie")</p>")
      default: return .init("", status: 404)
      }
    }
  }

  @Test func `a form is filled in, sent and answered, and the cookie comes along`() async throws {
    let server = try await Self.server()
    let folder = try TemporaryFolder()
    try await Browser.withSession { browser in
      try await browser.navigate(to: server.origin)
      #expect(try await browser.find("h1").text() == "Say a word")
      try await browser.fill("input[name=word]", with: "窗")
      try await browser.control("Send").click()
      try await browser.waitFor(urlPrefix: server.origin + "/thanks")
      #expect(try await browser.title() == "Thanks")
      try await browser.waitFor(text: "seen=1")
      #expect(server.requests.contains { $0.method == "POST" && $0.body == "word=%E7%AA%97" })

      let cookie = try await browser.cookie("seen", host: "127.0.0.1")
      #expect(cookie?.isHTTPOnly == true)
      #expect(cookie?.sameSite == "Lax")
      let first = try await browser.currentTab()
      try await browser.openTab()
      try await browser.deleteAllCookies()
      try await browser.navigate(to: server.origin + "/thanks")
      try await browser.waitFor(text: "no cookie")
      try await browser.closeTab()
      try await browser.switchTo(first)
      try await browser.back()
      #expect(try await browser.currentURL() == server.origin + "/")

      try await browser.setViewport(width: 360, height: 640)
      try await browser.setColorScheme(dark: true)
      #expect(try await browser.evaluate("return innerWidth") == "360")
      #expect(try await browser.evaluate("return matchMedia('(prefers-color-scheme: dark)').matches") == "true")
      try await browser.screenshot(to: folder.path("page.png"))
      #expect(try folder.bytes("page.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }
  }

  @Test func `cookies can be off for everything, or for one origin`() async throws {
    let server = try await Self.server()
    let other = try await StaticServer(host: "127.0.0.2") { request in
      .html(request.header("cookie") ?? "no cookie", headers: [("set-cookie", "other=1; Path=/")])
    }
    try await Browser.withTwoSessions(
      BrowserOptions { $0.blocksCookies = true }, BrowserOptions { $0.originsWithoutCookies = [server.origin] }
    ) { none, some in
      for browser in [none, some] {
        try await browser.navigate(to: server.origin)
        try await browser.navigate(to: server.origin + "/thanks")
        #expect(try await browser.text() == "no cookie")
        try await browser.navigate(to: other.origin)
        try await browser.reload()
      }
      #expect(try await none.text() == "no cookie")
      #expect(try await some.text() == "other=1")
    }
  }

  @Test func `what does not come is said with the page that came instead`() async throws {
    let server = try await Self.server()
    try await Browser.withSession { browser in
      try await browser.navigate(to: server.origin)
      let error = await #expect(throws: TimedOut.self) {
        try await browser.waitFor("h2", within: .milliseconds(50))
      }
      #expect(error?.description.contains("Say a word") == true)
      await #expect(throws: WebDriverError.self) { try await browser.find("h2") }
    }
  }

  @Test func `a missing browser is answered with the line that installs it`() {
    #expect(
      MissingBrowser(name: "chromedriver").description
        == "chromedriver is missing: apt-get install -y chromium chromium-driver")
  }
}
