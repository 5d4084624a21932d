import OneDoorJOSE
import TestSupport
import Testing

/// CVE-2026-1609, CVE-2025-64521, CVE-2025-53942, CVE-2024-46999, CVE-2026-9705, CVE-2026-43983: what is switched off is
/// refused on every path, from the moment the command has answered.
@Suite struct DisablingJourney {
  @Test func `CVE-2026-1609, CVE-2025-64521, CVE-2026-43983: a disabled person is refused on every path`() async throws
  {
    let world = try await World.shared()
    let (housing, app) = (world.registry.housing, world.registry.app)
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let tokens = try await visitor.tokens(at: housing, as: person)
    let own = try await visitor.tokens(at: app, as: person)
    let pending = try AuthorizationRequest(housing)
    let code = try await visitor.code(pending, as: person)
    let question = try await visitor.visit(try AuthorizationRequest(housing).with("prompt", "consent"))

    let done = try await world.onedoor("person", "disable", person.login, "--yes", "--reason", "test")
    #expect(done.exitCode == 0, "\(done.stderr)")

    #expect(try await world.token(pending.redemption(code), by: housing).error == "invalid_grant")
    #expect(try await world.refresh(tokens.refresh, by: housing).error == "invalid_grant")
    #expect(try await world.refresh(own.refresh, by: app).error == "invalid_grant")
    #expect(try await world.userinfo(tokens.access).status == 401)
    #expect(try await !world.isActive(tokens.access, by: housing))
    #expect(try await !world.isActive(tokens.refresh, by: housing))
    let silent = try await visitor.ask(try AuthorizationRequest(housing).with("prompt", "none"))
    #expect(silent.locationQuery["error"] == "login_required")
    #expect(try await visitor.http.get(world.issuer + "/").page.headings == ["You are not signed in"])
    let continued = try await visitor.press("Continue as \(person.name)", on: question)
    #expect(continued.locationQuery["code"] == nil)
    let fresh = Visitor(world: world)
    let answer = try await fresh.submit(try await fresh.visit(try AuthorizationRequest(housing)), person)
    #expect(answer.status == 200 && fresh.sessionCookie == nil)

    #expect(try await world.onedoor("person", "enable", person.login).exitCode == 0)
    // What had ended stays ended; the person may sign in anew.
    #expect(try await world.refresh(tokens.refresh, by: housing).error == "invalid_grant")
    #expect(try await visitor.http.get(world.issuer + "/").page.headings == ["You are not signed in"])
    try await Visitor(world: world).tokens(at: housing, as: person)
  }

  @Test func `CVE-2025-53942, CVE-2026-9705: a disabled department is refused on every path`() async throws {
    let world = try await World.shared()
    let closing = world.registry.closing
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let tokens = try await visitor.tokens(at: closing, as: person)
    let machine = try await world.token(
      [("grant_type", "client_credentials"), ("scope", "revocation")], by: closing
    ).granted()
    let pending = try AuthorizationRequest(closing)
    let code = try await visitor.code(pending, as: person)
    let other = Visitor(world: world)
    let page = try await other.visit(try AuthorizationRequest(closing))
    let feed = [("authorization", "Bearer \(machine.access)")]
    #expect(try await world.http.get(world.issuer + "/revocation/snapshot", headers: feed).status == 200)

    let done = try await world.onedoor("department", "disable", "closing", "--yes")
    #expect(done.exitCode == 0, "\(done.stderr)")

    for answer in [
      try await world.token(pending.redemption(code), by: closing),
      try await world.refresh(tokens.refresh, by: closing),
      try await world.token([("grant_type", "client_credentials")], by: closing),
    ] {
      #expect(answer.status == 401 && answer.error == "invalid_client")
    }
    for path in ["/introspect", "/revoke"] {
      #expect(try await world.call(path, [("token", tokens.access)], by: closing).status == 401)
    }
    #expect(try await world.userinfo(tokens.access).status == 401)
    #expect(try await world.http.get(world.issuer + "/revocation/snapshot", headers: feed).status == 401)
    let asked = try await visitor.ask(try AuthorizationRequest(closing))
    #expect(asked.status == 400 && asked.location == nil)
    #expect(asked.page.headings == ["You cannot sign in to this department right now"])
    let posted = try await visitor.http.post(
      world.issuer + "/authorize", form: try AuthorizationRequest(closing).parameters)
    #expect(posted.status == 400)
    let submitted = try await other.submit(page, person)
    #expect(submitted.status == 400 && submitted.location == nil && other.sessionCookie == nil)
    // The person's session goes on elsewhere.
    #expect(try await visitor.ask(try AuthorizationRequest(world.registry.housing)).locationQuery["code"] != nil)

    #expect(try await world.onedoor("department", "enable", "closing").exitCode == 0)
    #expect(try await world.refresh(tokens.refresh, by: closing).error == "invalid_grant")
    #expect(try await world.userinfo(tokens.access).status == 401)
    try await visitor.tokens(at: closing, as: person)
  }

  @Test func `a new password ends every session, and forgets every known device`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let person = try world.newPerson()
    let (one, two) = (Visitor(world: world), Visitor(world: world))
    let first = try await one.tokens(at: housing, as: person)
    let second = try await two.tokens(at: housing, as: person)
    let done = try await world.onedoor(
      "person", "password", person.login, "--from", "env:NEW", "--yes", environment: ["NEW": "lantern-orchard-violin"])
    #expect(done.exitCode == 0, "\(done.stderr)")
    for (visitor, tokens) in [(one, first), (two, second)] {
      #expect(try await world.refresh(tokens.refresh, by: housing).error == "invalid_grant")
      #expect(try await !world.isActive(tokens.access, by: housing))
      #expect(try await visitor.http.get(world.issuer + "/").page.headings == ["You are not signed in"])
    }
    for _ in 0..<5 {
      let page = try await one.visit(try AuthorizationRequest(housing))
      #expect(try await one.submit(page, person).status == 200)
    }
    let page = try await one.visit(try AuthorizationRequest(housing))
    let waits = try await one.submit(page, person, password: "lantern-orchard-violin")
    #expect(waits.status == 429, "the old device cookie must not open a lane of its own")
    _ = try await world.onedoor("person", "unlock", person.login)
    let again = try await one.visit(try AuthorizationRequest(housing))
    let given = try await one.submit(again, person, password: "lantern-orchard-violin")
    #expect(try await one.choose("harbour-paper-crane", on: given).locationQuery["code"] != nil)
  }

  @Test func `session revoke shows in a dry run exactly what it then ends`() async throws {
    let world = try await World.shared()
    let (housing, business) = (world.registry.housing, world.registry.business)
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let tokens = [
      (try await visitor.tokens(at: housing, as: person), housing),
      (try await visitor.tokens(at: business, as: person), business),
    ]
    let elsewhere = try await Visitor(world: world).tokens(at: housing, as: person)
    let listed = try await world.json("session", "list", "--person", person.login)
    #expect(listed["sessions"]?.array?.count == 2)
    let planned = try await world.json("session", "revoke", "--person", person.login, "--dry-run")
    for (token, department) in tokens { #expect(try await world.isActive(token.access, by: department)) }
    let done = try await world.json("session", "revoke", "--person", person.login, "--yes", "--reason", "laptop lost")
    #expect(done["sessions"] == planned["sessions"])
    for (token, department) in tokens + [(elsewhere, housing)] {
      #expect(try await !world.isActive(token.access, by: department))
      #expect(try await world.refresh(token.refresh, by: department).error == "invalid_grant")
    }
    #expect(try await world.json("session", "list", "--person", person.login)["sessions"] == [])
    let unasked = try await world.onedoor("session", "revoke", "--person", person.login)
    #expect(unasked.exitCode != 0)
    let sid = try await visitor.tokens(at: housing, as: person)
    _ = try await world.json("session", "revoke", sid.accessClaims["sid"]?.string ?? "", "--yes")
    #expect(try await !world.isActive(sid.access, by: housing))
  }
}
