import Foundation
import OneDoorJOSE
import TestSupport
import Testing

/// Guesses at passwords: what is said, counted and allowed.
@Suite struct GuessingJourney {
  /// Everything of an answer that could tell one account from another.
  private func trace(_ answer: HTTPTestResponse, hiding journey: String, _ name: String) -> String {
    let fields = answer.headers.filter { $0.name.lowercased() != "date" }.map { "\($0.name): \($0.value)" }
    return (["\(answer.status)"] + fields + [answer.text]).joined(separator: "\n")
      .replacing(journey, with: "JOURNEY").replacing(name, with: "NAME")
  }

  private func answer(
    _ world: World, username: String, password: String
  ) async throws -> (answer: HTTPTestResponse, trace: String) {
    let visitor = Visitor(world: world)
    let page = try await visitor.visit(try AuthorizationRequest(world.registry.housing))
    let answer = try await visitor.submit(page, world.registry.persons[0], username: username, password: password)
    let journey = answer.page.form(action: "/login")?["j"]?.value ?? ""
    return (answer, trace(answer, hiding: journey, username))
  }

  @Test func `CVE-2025-6011, CVE-2026-23511: an unknown name and a wrong password are answered byte for byte alike`()
    async throws
  {
    let world = try await World.shared()
    let person = try world.newPerson()
    let known = try await answer(world, username: person.login, password: "not-the-password")
    let unknown = try await answer(world, username: "citizen.zz", password: "not-the-password")
    let disabled = try world.newPerson()
    #expect(try await world.onedoor("person", "disable", disabled.login, "--yes").exitCode == 0)
    let off = try await answer(world, username: disabled.login, password: disabled.password)
    #expect(known.answer.page.text.contains("That name and password do not match."))
    #expect(known.answer.page.title.hasPrefix("Error: "))
    #expect(known.answer.page.form(action: "/login")?["username"]?.value == person.login)
    #expect(known.answer.page.form(action: "/login")?["password"]?.value == "")
    #expect(known.trace == unknown.trace)
    #expect(known.trace == off.trace)
  }

  @Test func `CVE-2025-24806, CVE-2026-47203, CVE-2025-6004: all spellings of one account share one count`()
    async throws
  {
    let world = try await World.shared()
    let person = try world.newPerson()
    let wide = String(
      String.UnicodeScalarView(person.login.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
    let spellings = [
      person.login, person.login.uppercased(), " \(person.login) ", wide, person.phone,
      person.login.capitalized,
    ]
    for spelling in spellings.prefix(5) {
      let guess = try await answer(world, username: spelling, password: "not-the-password")
      #expect(guess.answer.status == 200, "\(spelling)")
    }
    // The five free guesses are used up, whichever way the sixth spells it: also with the right password.
    for spelling in spellings {
      let last = try await answer(world, username: spelling, password: person.password)
      #expect(last.answer.status == 429, "\(spelling)")
      let wait = try #require(last.answer.header("retry-after").flatMap { Int($0) })
      #expect((1...15).contains(wait))
      #expect(last.answer.page.text.contains("There were too many attempts. Try again in 1 minute."))
    }
    #expect(try await world.onedoor("person", "unlock", person.login).exitCode == 0)
    try await Visitor(world: world).tokens(at: world.registry.housing, as: person)
  }

  @Test func `guesses at a name that nobody has are slowed down alike`() async throws {
    let world = try await World.shared()
    let person = try world.newPerson()
    for _ in 0..<5 {
      _ = try await answer(world, username: person.login, password: "not-the-password")
      _ = try await answer(world, username: "nobody.at.all", password: "not-the-password")
    }
    let known = try await answer(world, username: person.login, password: "not-the-password")
    let unknown = try await answer(world, username: "NOBODY.at.all", password: "not-the-password")
    #expect(known.answer.status == 429 && unknown.answer.status == 429)
    #expect(known.answer.page.text == unknown.answer.page.text)
  }

  @Test func `CVE-2019-5421: parallel guesses are not evaluated beyond the limit`() async throws {
    let world = try await World.shared()
    let person = try world.newPerson()
    let answers = try await inParallel(24) {
      try await answer(world, username: person.login, password: "not-the-password").answer
    }
    // Five free ones at most have been looked at; every other was told to wait.
    #expect(answers.filter { $0.page.text.contains("do not match") }.count <= 5)
    #expect(answers.filter { $0.status == 429 }.count >= 19)
  }

  @Test func `a device that has signed the person in before is not locked out by strangers`() async throws {
    let world = try await World.shared()
    let person = try world.newPerson()
    let known = Visitor(world: world)
    try await known.tokens(at: world.registry.housing, as: person)
    for _ in 0..<5 { _ = try await answer(world, username: person.login, password: "not-the-password") }
    #expect(try await answer(world, username: person.login, password: person.password).answer.status == 429)
    let page = try await known.visit(try AuthorizationRequest(world.registry.housing).with("prompt", "login"))
    #expect(try await known.submit(page, person).locationQuery["code"] != nil)
    // The success has cleared the count for everybody.
    #expect(try await answer(world, username: person.login, password: person.password).answer.status == 303)
  }

  @Test func `a password may be pasted in either form of Unicode, and every letter of it counts`() async throws {
    let world = try await World.shared()
    let person = try world.newPerson()
    let composed = "caf\u{E9}-窗户-teapot-lantern-river"
    let given = "lantern-orchard-violin"
    let set = try await world.onedoor(
      "person", "password", person.login, "--from", "env:NEW", "--yes", environment: ["NEW": given])
    #expect(set.exitCode == 0, "\(set.stderr)")
    let first = Visitor(world: world)
    let page = try await first.visit(try AuthorizationRequest(world.registry.housing))
    let asked = try await first.submit(page, person, password: given)
    #expect(try await first.choose(composed, on: asked).locationQuery["code"] != nil)
    let decomposed = composed.replacing("\u{E9}", with: "e\u{301}")
    #expect(try await answer(world, username: person.login, password: decomposed).answer.status == 303)
    #expect(try await answer(world, username: person.login, password: composed).answer.status == 303)
    #expect(try await answer(world, username: person.login, password: String(composed.dropLast())).answer.status == 200)
    #expect(try await answer(world, username: person.login, password: composed + " ").answer.status == 200)
  }
}
