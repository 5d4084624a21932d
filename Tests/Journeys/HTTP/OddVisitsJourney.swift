import TestSupport
import Testing

/// Visits that no flow chart has: an old link, a link out of an e-mail, a department that carries a book along.
@Suite struct OddVisitsJourney {
  @Test func `a finished journey opened again goes on while one is signed in, and asks afterwards`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let request = try AuthorizationRequest(housing)
    let page = try await visitor.visit(request)
    let journey = try #require(page.page.form(action: "/login")?["j"]?.value)
    let first = try #require(try await visitor.submit(page, person).locationQuery["code"])
    let link = "\(world.issuer)/login?j=\(journey)"
    let again = try await visitor.http.get(link)
    let second = try #require(again.locationQuery["code"])
    #expect(second != first)
    #expect(again.locationQuery["state"] == request.state)
    // The form sent again as well: who is signed in is signed in.
    #expect(try await visitor.submit(page, person).locationQuery["code"] != nil)

    let asked = try await visitor.http.get(world.issuer + "/end_session")
    _ = try await visitor.press("Sign out everywhere", on: asked)
    let after = try await visitor.http.get(link)
    #expect(after.locationQuery["code"] == nil)
    #expect(after.page.form(action: "/login") != nil)
  }

  @Test func `a link into the middle says that it has expired, and gives nothing`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let page = try await visitor.visit(try AuthorizationRequest(world.registry.housing))
    let journey = try #require(page.page.form(action: "/login")?["j"]?.value)
    let stranger = Visitor(world: world)
    for path in ["/login", "/continue"] {
      for query in ["", "?j=", "?j=\(journey)", "?j=\(journey.dropLast())", "?j=\(journey)&j=\(journey)"] {
        let answer = try await stranger.http.get(world.issuer + path + query)
        #expect(answer.status == 400, "\(path)\(query.prefix(4))")
        #expect(answer.page.headings.count == 1 && answer.location == nil)
      }
    }
    #expect(stranger.sessionCookie == nil)
  }

  @Test func `2 KB of state come back to the letter, and one more byte is refused`() async throws {
    let world = try await World.shared()
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let state = String(repeating: "aZ9-_.~", count: 292) + "abcd"
    #expect(state.utf8.count == 2048)
    let request = try AuthorizationRequest(world.registry.housing).with("state", state)
    let answer = try await visitor.signIn(request, as: person)
    #expect(answer.locationQuery["state"] == state)
    // Signed in or not, it is the same.
    #expect(try await visitor.visit(request).locationQuery["state"] == state)
    let longer = try await visitor.ask(request.with("state", state + "x"))
    #expect(longer.locationQuery["error"] == "invalid_request")
    #expect(longer.locationQuery["state"] == nil && longer.locationQuery["code"] == nil)
  }
}
