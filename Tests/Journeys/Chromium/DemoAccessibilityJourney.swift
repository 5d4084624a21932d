import Foundation
import TestSupport
import Testing

/// The demo's sites, and the few pages that the library shows for them, for everybody: axe-core, the HTML checker, the
/// keyboard, 400 % zoom. One language of each direction.
@Suite struct DemoAccessibilityJourney {
  @Test(arguments: ["en", "ar"])
  func `every page of a department can be used by everybody`(language: String) async throws {
    let demo = try Demo(), markup = try TemporaryFolder("markup")
    let server = try await demo.start()
    try await Browser.withSession(BrowserOptions { $0.languages = language }) { browser in
      func look(_ name: String, _ address: String) async throws {
        try await browser.setViewport(width: 1280, height: 900)
        try await browser.navigate(to: address)
        #expect(try await browser.find("html").attribute("lang") == language, "\(name)")
        try markup.write("\(name).html", try await browser.page(address))
        try await browser.picture("demo-\(name)-\(language)")
        let stops = try await browser.walkByKeyboard(), controls = try await browser.controlCount()
        #expect(stops.count == controls && stops.allSatisfy { $0.ring >= 3 }, "\(name): \(stops)")
        for (width, isDark) in [(360, false), (360, true), (1280, true), (1280, false)] {
          try await browser.setViewport(width: width, height: 800)
          try await browser.setColorScheme(dark: isDark, isStill: true)
          let violations = try await browser.axeViolations()
          #expect(violations.isEmpty, "\(name) \(width) \(isDark ? "dark" : "light"): \(violations)")
        }
        try await browser.setViewport(width: 320, height: 256)
        let misfits = try await browser.misfits()
        #expect(misfits.isEmpty, "\(name): \(misfits)")
      }
      try await browser.prepareAxe()
      try await look("stranger", demo.housing + "/")
      try await look("sign-in-failed", demo.housing + "/signin/callback?state=x&code=y")
      try await browser.navigate(to: demo.business + "/")
      try await browser.click("a.step")
      try await browser.waitFor("input[name=password]")
      try await browser.fill("input[name=username]", with: "zhang.wei")
      try await browser.fill("input[name=password]", with: "teapot-lantern-river")
      try await browser.press("\u{E007}")
      try await browser.waitFor("#name")
      try await look("signed-in", demo.business + "/")
      try await look("sign-out-question", demo.business + "/signout")
      let revoked = try await demo.onedoor("session", "revoke", "--person", "zhang.wei", "--yes")
      #expect(revoked.exitCode == 0, "\(revoked.stderr)")
      try await eventually("the end", within: .seconds(4)) {
        try await browser.page(demo.business + "/").contains("id=\"name\"") ? nil : true
      }
      try await look("ended", demo.business + "/")
    }
    // The checker's own list of properties ends before logical ones and color schemes.
    let complaints = try await MarkupValidator.complaints(about: markup.path).filter {
      !$0.description.contains("CSS: ")
    }
    #expect(complaints.isEmpty, "\(complaints)")
    #expect(try await server.interrupt() == .code(0))
  }
}

extension Browser {
  /// The bytes of a page as they are sent to this browser, before it has read them into a document.
  fileprivate func page(_ address: String) async throws -> String {
    let cookies = try await cookies().filter { $0.host == "localhost" }.map { "\($0.name)=\($0.value)" }
    let language = try await evaluate("return navigator.language")
    let headers = [("cookie", cookies.joined(separator: "; ")), ("accept-language", language), ("accept", "text/html")]
    return try await HTTPTestClient().get(address, headers: headers).text
  }
}
