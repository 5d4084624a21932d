import OneDoorJOSE
import TestSupport
import Testing

/// The provider's pages on a narrow phone and a wide screen, light and dark, without scripts, by keyboard.
@Suite struct AppearanceJourney {
  @Test(arguments: [(360, false), (360, true), (1280, true)])
  func `every page fits, with targets that a thumb can hit`(width: Int, isDark: Bool) async throws {
    let world = try await BrowserWorld.shared()
    let person = try world.world.newPerson()
    let kind = "\(width)-\(isDark ? "dark" : "light")"
    let options = BrowserOptions {
      $0.width = width
      $0.height = 740
      $0.isDark = isDark
      $0.languages = isDark ? "zh-CN,zh" : "en-US,en"
    }
    try await Browser.withSession(options) { browser in
      func look(_ name: String) async throws {
        try await browser.picture("\(name)-\(kind)")
        let overflow = try await browser.evaluate(
          "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        #expect(overflow == "0", "\(name) at \(kind)")
        for control in try await browser.findAll("main button, main a.button, main input:not([type=hidden])") {
          let box = try await control.box()
          #expect(box.height >= 44, "\(name) at \(kind): \(box.height)")
        }
        let family = try await browser.find("body").style("background-color")
        #expect(family.contains("255, 255, 255") != isDark, "\(name) at \(kind): \(family)")
      }
      try await browser.navigate(to: world.world.issuer + "/")
      try await look("home-signed-out")
      try await browser.navigate(to: world.housing.origin + "/signin")
      try await browser.waitFor("input[name=password]")
      try await look("sign-in")
      try await browser.fill("input[name=username]", with: person.login)
      try await browser.fill("input[name=password]", with: "not-the-password")
      try await browser.click("main button")
      try await browser.waitFor("#problem")
      try await look("sign-in-problem")
      try await browser.fill("input[name=password]", with: person.password)
      try await browser.click("main button")
      try await browser.expectSignedIn(at: world.housing, as: person)
      try await browser.navigate(to: world.world.issuer + "/")
      try await look("home")
      let request = try AuthorizationRequest(world.housing.department).with("prompt", "consent")
      try await browser.navigate(to: request.url(world.world))
      try await look("continue")
      try await browser.navigate(to: world.world.issuer + "/authorize")
      try await look("error")
      try await browser.navigate(to: world.world.issuer + "/end_session?client_id=housing")
      try await look("sign-out-question")
      try await browser.click("main button")
      try await browser.waitFor("h1")
      try await look("signed-out")
      #expect(try await browser.quietConsole(refusedAt: "/authorize"))
    }
  }

  @Test func `a person without scripts signs in by keyboard alone, in the language of the browser`() async throws {
    let world = try await BrowserWorld.shared()
    let person = try world.world.newPerson()
    try await Browser.withSession(BrowserOptions { $0.languages = "zh-CN,zh" }) { browser in
      try await browser.setScripts(enabled: false)
      try await browser.navigate(to: world.housing.origin + "/signin")
      try await browser.waitFor("html[lang=zh-Hans] input[name=password]")
      for _ in 0..<8 {
        if try await browser.focused().attribute("name") == "username" { break }
        try await browser.pressTab()
      }
      try await browser.focused().type(person.login)
      try await browser.pressTab()
      #expect(try await browser.focused().attribute("name") == "password")
      try await browser.focused().type(person.password)
      try await browser.pressEnter()
      try await browser.expectSignedIn(at: world.housing, as: person)
    }
  }
}
