import Glibc
import OneDoorJOSE
import TestSupport
import Testing

/// The main job in a real browser: in once, everywhere; out once, everywhere.
@Suite struct SignInJourney {
  @Test func `one login opens two departments, and signing out of one closes both`() async throws {
    let world = try await BrowserWorld.shared()
    let person = try world.world.newPerson()
    try await Browser.withSession { browser in
      try await browser.navigate(to: world.housing.origin + "/")
      #expect(try await browser.state() == "stranger")
      try await browser.control("Sign in").click()
      try await browser.waitFor(urlPrefix: world.world.issuer + "/login")
      #expect(try await browser.title() == "Sign in to Housing Office – OneDoor")
      #expect(try await browser.find("h1").text() == "Sign in to Housing Office")
      try await browser.picture("sign-in-1280-light")
      try await browser.signIn(as: person)
      try await browser.expectSignedIn(at: world.housing, as: person)
      let cookie = try #require(try await browser.cookie("onedoor", host: "localhost"))
      #expect(cookie.isHTTPOnly && cookie.sameSite == "Lax" && cookie.expires == nil)
      let own = try #require(try await browser.cookie("onedoor-housing", host: "127.0.0.1"))
      #expect(own.isHTTPOnly && own.sameSite == "Lax" && own.value.utf8.count <= 3_800)

      // The second department: no second login.
      try await browser.pressSignIn(at: world.business)
      try await browser.expectSignedIn(at: world.business, as: person)
      let sub = try await browser.find("#sub").text()
      try await browser.navigate(to: world.housing.origin + "/my/page")
      #expect(try await browser.find("#sub").text() != sub)

      try await browser.navigate(to: world.world.issuer + "/")
      #expect(try await browser.find("h1").text() == "You are signed in")
      try await browser.picture("home-1280-light")

      // Out at one, out everywhere.
      try await browser.navigate(to: world.housing.origin + "/")
      try await browser.control("Sign out").click()
      try await browser.waitFor(urlPrefix: world.housing.origin + "/")
      try await eventually("the end at the first department") {
        try await browser.navigate(to: world.housing.origin + "/")
        return try await browser.state() == "signed in" ? nil : true
      }
      try await eventually("the end at the second department") {
        try await browser.navigate(to: world.business.origin + "/")
        return try await browser.state() == "ended" ? true : nil
      }
      try await browser.navigate(to: world.world.issuer + "/")
      #expect(try await browser.find("h1").text() == "You are not signed in")
      try await browser.pressSignIn(at: world.business)
      try await browser.waitFor("input[name=password]")
      #expect(try await browser.quietConsole())
    }
  }

  @Test func `revoked from the command line: the next click says so, and the old token is refused`() async throws {
    let world = try await BrowserWorld.start()
    let (person, other) = (try world.world.newPerson(), try world.world.newPerson())
    try await Browser.withSession { browser in
      try await browser.signIn(at: world.housing, as: person)
      let token = try await browser.evaluate("return document.querySelector('#token').textContent")
      try await browser.pressSignIn(at: world.business)
      try await browser.expectSignedIn(at: world.business, as: person)
      let second = try await browser.evaluate("return document.querySelector('#token').textContent")
      let oldCookie = try #require(try await browser.cookie("onedoor-business", host: "127.0.0.2"))
      #expect(try await world.housing.whoami(token).status == 200)
      let bystander = try await Visitor(world: world.world).tokens(
        at: world.housing.department, as: other, scope: "openid")

      let done = try await world.world.onedoor("session", "revoke", "--person", person.login, "--yes")
      #expect(done.exitCode == 0, "\(done.stderr)")
      // The promise is a second. A machine that runs all tests at once gets a little more.
      try await eventually("the end at both departments", within: .seconds(4), every: .milliseconds(20)) {
        let answers = [try await world.housing.whoami(token).status, try await world.business.whoami(second).status]
        return answers == [401, 401] ? true : nil
      }
      // Without asking the provider, which is standing still now.
      try world.world.process.child.send(SIGSTOP)
      #expect(try await world.housing.whoami(token).status == 401)
      #expect(try await world.housing.whoami(bystander.access).status == 200)
      try await browser.navigate(to: world.housing.origin + "/my/page")
      #expect(try await browser.find("h1").text() == "Your session has ended")
      try await browser.picture("ended-at-department")
      try await browser.navigate(to: world.business.origin + "/my/page")
      #expect(try await browser.find("h1").text() == "Your session has ended")
      try world.world.process.child.send(SIGCONT)
      // The department's old cookie, put back.
      try await browser.setCookie("onedoor-business", oldCookie.value, url: world.business.origin)
      try await browser.navigate(to: world.business.origin + "/")
      #expect(try await browser.state() == "ended")
      try await browser.control("Sign in").click()
      try await browser.waitFor("input[name=password]")
    }
  }

  @Test func `CVE-2026-7507: one browser, two people after each other: the second never meets the first`() async throws
  {
    let world = try await BrowserWorld.shared()
    let (first, second) = (try world.world.newPerson(), try world.world.newPerson())
    try await Browser.withSession { browser in
      try await browser.signIn(at: world.housing, as: first)
      try await browser.control("Sign out").click()
      try await browser.waitFor(text: "stranger")
      try await browser.signIn(at: world.housing, as: second)
      try await browser.pressSignIn(at: world.business)
      try await browser.expectSignedIn(at: world.business, as: second)
      #expect(try await !browser.text().contains(first.name))
    }
  }
}
