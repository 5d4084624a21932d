import OneDoorJOSE
import TestSupport
import Testing

/// What people do on the way: other tabs, the back button, a double click, a long pause.
@Suite struct DetourJourney {
  @Test func `two tabs sign in side by side, and each lands where it began`() async throws {
    let world = try await BrowserWorld.shared()
    let person = try world.world.newPerson()
    try await Browser.withSession { browser in
      let first = try await browser.currentTab()
      try await browser.pressSignIn(at: world.housing)
      try await browser.waitFor("input[name=password]")
      let third = try await browser.openTab()
      try await browser.navigate(to: world.business.origin + "/my/page")
      try await browser.waitFor("input[name=password]")
      try await browser.openTab()
      try await browser.pressSignIn(at: world.business)
      try await browser.signIn(as: person)
      try await browser.expectSignedIn(at: world.business, as: person)
      // The form that was open all the while.
      try await browser.switchTo(first)
      try await browser.signIn(as: person)
      try await browser.expectSignedIn(at: world.housing, as: person)
      // The other one is read again, and goes on by itself.
      try await browser.switchTo(third)
      try await browser.reload()
      try await browser.waitFor(urlPrefix: world.business.origin + "/my/page")
      try await browser.waitFor(text: person.name)
      #expect(try await browser.quietConsole())
    }
  }

  @Test func `back and reload lead to no error, and after signing out to no page of before`() async throws {
    let world = try await BrowserWorld.shared()
    let person = try world.world.newPerson()
    try await Browser.withSession { browser in
      try await browser.pressSignIn(at: world.housing)
      try await browser.waitFor("input[name=password]")
      try await browser.reload()
      try await browser.signIn(as: person, password: "not-the-password")
      try await browser.waitFor(text: "That name and password do not match.")
      #expect(try await browser.title().hasPrefix("Error: "))
      #expect(try await browser.find("input[name=username]").property("value") == person.login)
      #expect(try await browser.find("input[name=password]").property("value") == "")
      #expect(try await browser.focused().attribute("id") == "problem")
      // A reload asks nothing to be sent again: the answer to the form was a redirect.
      try await browser.reload()
      try await browser.signIn(as: person)
      try await browser.expectSignedIn(at: world.housing, as: person)
      try await browser.reload()
      #expect(try await browser.state() == "signed in")
      // Back to the sign-in page: signed in already, so it leads home again.
      try await browser.back()
      try await browser.waitFor(urlPrefix: world.housing.origin)
      try await browser.waitFor(text: person.name)
      try await browser.control("Sign out").click()
      try await browser.waitFor(text: "stranger")
      try await browser.back()
      try await browser.waitFor("h1")
      #expect(try await !browser.text().contains(person.name))
      try await browser.forward()
      #expect(try await !browser.text().contains(person.name))
    }
  }

  @Test func `a double click signs in once, and says nothing of it`() async throws {
    let world = try await BrowserWorld.shared()
    let person = try world.world.newPerson()
    try await Browser.withSession { browser in
      try await browser.pressSignIn(at: world.housing)
      try await browser.waitFor("input[name=password]")
      try await browser.fill("input[name=username]", with: person.login)
      try await browser.fill("input[name=password]", with: person.password)
      _ = try await browser.evaluate("const b = document.querySelector('main button'); b.click(); b.click(); return 1")
      try await browser.expectSignedIn(at: world.housing, as: person)
      let sessions = try await world.world.json("session", "list", "--person", person.login)["sessions"]?.array
      #expect(sessions?.isEmpty == false)
      let page = try await browser.text()
      #expect(!page.contains("problem"))
    }
  }

  @Test func `an expired or broken journey says so, and starting again works`() async throws {
    let world = try await BrowserWorld.shared()
    let person = try world.world.newPerson()
    try await Browser.withSession { browser in
      try await browser.pressSignIn(at: world.housing)
      try await browser.waitFor("input[name=password]")
      let address = try await browser.currentURL()
      // A journey that cannot be opened any more is one whose day has passed, or that somebody has changed.
      try await browser.navigate(to: String(address.dropLast(3)) + "AAA")
      #expect(try await browser.find("h1").text() == "This sign-in took too long")
      try await browser.picture("expired-journey")
      try await browser.signIn(at: world.housing, as: person)
      // The old address again: the journey still opens, and goes on with the session there is.
      try await browser.navigate(to: address)
      try await browser.waitFor(urlPrefix: world.housing.origin)
      #expect(try await browser.quietConsole(refusedAt: "/login"))
    }
  }

  @Test func `with cookies off the page says what to do`() async throws {
    let world = try await BrowserWorld.shared()
    let options = BrowserOptions { $0.originsWithoutCookies = [world.world.issuer] }
    try await Browser.withSession(options) { browser in
      try await browser.pressSignIn(at: world.housing)
      #expect(try await browser.find("h1").text() == "Your browser does not accept our cookie")
      try await browser.picture("cookies-off")
    }
    try await Browser.withSession(BrowserOptions { $0.blocksCookies = true }) { browser in
      try await browser.pressSignIn(at: world.housing)
      #expect(try await browser.find("h1").text() == "Your browser does not accept our cookie")
    }
  }

  @Test func `signed in as another person meanwhile: the question is asked anew, about who is signed in now`()
    async throws
  {
    let world = try await BrowserWorld.shared()
    let (person, other) = (try world.world.newPerson(), try world.world.newPerson())
    try await Browser.withSession { browser in
      try await browser.signIn(at: world.housing, as: person)
      let request = try AuthorizationRequest(world.housing.department).with("prompt", "select_account")
      try await browser.navigate(to: request.url(world.world))
      #expect(try await browser.find("h1").text() == "Continue to Housing Office?")
      try await browser.picture("continue-1280-light")
      let question = try await browser.currentTab()

      try await browser.openTab()
      try await browser.navigate(to: world.housing.origin + "/")
      try await browser.control("Sign out").click()
      try await browser.waitFor(text: "stranger")
      try await browser.signIn(at: world.housing, as: other)

      try await browser.switchTo(question)
      try await browser.control("Continue as \(person.name)").click()
      try await browser.waitFor(text: other.name)
      #expect(try await browser.currentURL().hasPrefix(world.world.issuer + "/continue"))
      #expect(try await !browser.text().contains(person.name))
    }
  }

  @Test func `a page of another site can neither sign anybody out nor in`() async throws {
    let world = try await BrowserWorld.shared()
    let person = try world.world.newPerson()
    try await Browser.withSession { browser in
      try await browser.signIn(at: world.housing, as: person)
      // A stranger's own ID token is a genuine hint, though not of this browser's session.
      let stranger = try await Visitor(world: world.world).tokens(
        at: world.housing.department, as: try world.world.newPerson())
      for target in ["/signout", "/login", "/continue", "/end_session", "/authorize"] {
        let evil = try await StaticServer(host: "127.0.0.2") { _ in
          .html(
            "<form method=post action=\"\(world.world.issuer)\(target)\"><input name=j value=x>"
              + "<input name=id_token_hint value=\(target == "/end_session" ? stranger.id : "")><button>Go</button></form>"
          )
        }
        try await browser.navigate(to: evil.origin)
        try await browser.control("Go").click()
        try await browser.waitFor(urlPrefix: world.world.issuer)
      }
      // Nor frame a page of ours.
      let frame = try await StaticServer(host: "127.0.0.2") { _ in
        .html("<iframe src=\"\(world.world.issuer)/\"></iframe>")
      }
      try await browser.navigate(to: frame.origin)
      #expect(try await browser.consoleMessages().contains { $0.contains("frame-ancestors") })
      try await browser.navigate(to: world.housing.origin + "/")
      #expect(try await browser.state() == "signed in")
      try await browser.navigate(to: world.world.issuer + "/")
      #expect(try await browser.find("h1").text() == "You are signed in")
    }
  }
}
