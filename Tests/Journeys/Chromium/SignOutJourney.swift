import TestSupport
import Testing

/// Leaving one department and staying in the others.
@Suite struct SignOutJourney {
  @Test func `out of one department only, and asked before coming back`() async throws {
    let world = try await BrowserWorld.shared()
    let person = try world.world.newPerson()
    try await Browser.withSession { browser in
      try await browser.signIn(at: world.housing, as: person)
      try await browser.pressSignIn(at: world.business)
      try await browser.expectSignedIn(at: world.business, as: person)
      // What a department does that has kept no ID token.
      try await browser.navigate(to: world.world.issuer + "/end_session?client_id=housing")
      #expect(try await browser.find("h1").text() == "Do you want to sign out?")
      try await browser.picture("sign-out-question")
      try await browser.control("简体中文").click()
      try await browser.waitFor(text: "要退出登录吗？")
      #expect(try await browser.find("button[value=department]").text() == "仅退出登录housing局；您在此设备上保持登录")
      try await browser.control("English").click()
      try await browser.waitFor(text: "Do you want to sign out?")
      try await browser.control("Sign out of Housing Office only; you stay signed in on this device").click()
      try await browser.waitFor(text: "You have signed out of Housing Office")
      try await browser.picture("departed")
      try await eventually("the end at the department") {
        try await browser.navigate(to: world.housing.origin + "/")
        return try await browser.state() == "ended" ? true : nil
      }
      try await browser.navigate(to: world.business.origin + "/")
      #expect(try await browser.state() == "signed in")

      try await browser.pressSignIn(at: world.housing)
      try await browser.waitFor(text: "Continue to Housing Office?")
      try await browser.control("Continue as \(person.name)").click()
      try await browser.expectSignedIn(at: world.housing, as: person)
      #expect(try await browser.quietConsole())
    }
  }
}
