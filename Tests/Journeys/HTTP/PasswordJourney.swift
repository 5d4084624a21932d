import OneDoorJOSE
import TestSupport
import Testing

/// Password and account upkeep, over HTTP.
@Suite struct PasswordJourney {
  private let new = "lantern-orchard-violin"

  private func change(
    _ visitor: Visitor, _ current: String, _ password: String, again: String? = nil
  ) async throws -> HTTPTestResponse {
    let page = try await visitor.follow(visitor.http.get(visitor.world.issuer + "/account/password"))
    guard let form = page.page.form(action: "/account/password") else { throw Failed("no form", page) }
    let filled = ["password": current, "new_password": password, "new_password_again": again ?? password]
    return try await visitor.http.submit(form, of: page, filling: filled)
  }

  @Test func `changed from the front page: the other sessions end, this one goes on under a new cookie`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let person = try world.newPerson()
    let (here, there) = (Visitor(world: world), Visitor(world: world))
    let kept = try await here.tokens(at: housing, as: person)
    let ended = try await there.tokens(at: housing, as: person)
    let front = try await here.http.get(world.issuer + "/")
    #expect(front.text.contains("href=\"/account/password\""))
    let cookie = here.sessionCookie
    let wrong = try await change(here, "not-the-password", new)
    #expect(wrong.status == 303)
    let said = try await here.follow(wrong)
    #expect(said.page.text.contains("That is not your current password."))
    #expect(here.sessionCookie == cookie)

    let done = try await change(here, person.password, new)
    #expect(done.status == 303)
    let page = try await here.follow(done)
    #expect(page.page.text.contains("Your password has been changed."))
    #expect(here.sessionCookie != cookie && here.sessionCookie != nil)
    #expect(try await world.isActive(kept.access, by: housing))
    #expect(try await world.refresh(kept.refresh, by: housing).granted().access != kept.access)
    #expect(try await !world.isActive(ended.access, by: housing))
    #expect(try await there.http.get(world.issuer + "/").page.headings == ["You are not signed in"])
    let old = try await world.http.get(world.issuer + "/", headers: [("cookie", "onedoor=\(cookie ?? "")")])
    #expect(old.page.headings == ["You are not signed in"])
    let form = try await there.visit(try AuthorizationRequest(housing))
    #expect(try await there.submit(form, person).status == 200)
    let again = try await there.submit(form, person, password: new)
    #expect(again.locationQuery["code"] != nil)
  }

  @Test func `signed out there is nothing to change`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    for answer in [
      try await visitor.http.get(world.issuer + "/account/password"),
      try await visitor.http.post(world.issuer + "/account/password", form: [("password", "x")]),
    ] {
      #expect(answer.status == 303)
      #expect(answer.location?.hasSuffix("/") == true)
    }
  }

  @Test func `guesses at the current one are limited as at a sign-in`() async throws {
    let world = try await World.shared()
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    _ = try await visitor.tokens(at: world.registry.housing, as: person)
    // Known devices have guesses of their own, forty in a row.
    for _ in 0..<40 { #expect(try await change(visitor, "not-the-password", new).status == 303) }
    let answer = try await change(visitor, person.password, new)
    #expect(answer.status == 429)
    #expect(answer.header("retry-after") == "900")
    #expect(answer.page.text.contains("There were too many attempts."))
  }

  @Test func `a password from the command line opens nothing before another one is chosen`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let person = try world.newPerson()
    let drawn = try await world.onedoor("person", "password", person.login, "--generate", "--yes")
    let given = String(drawn.stdout.prefix { $0 != "\n" })
    let visitor = Visitor(world: world)
    let page = try await visitor.visit(try AuthorizationRequest(housing))
    let asked = try await visitor.submit(page, person, password: given)
    #expect(asked.status == 200)
    #expect(asked.page.headings == ["Choose your own password"])
    #expect(visitor.sessionCookie == nil)
    // Round about: nothing is granted, the sign-in page comes again.
    let around = try await visitor.visit(try AuthorizationRequest(housing))
    #expect(around.page.form(action: "/login") != nil)
    let short = try await visitor.choose("short", on: asked)
    #expect(short.page.text.contains("Use at least 12 characters for the new password."))
    let same = try await visitor.choose(given, on: short)
    #expect(same.page.text.contains("That is the password you have now."))
    let answer = try await visitor.choose(new, on: same)
    #expect(answer.locationQuery["code"] != nil)
    #expect(visitor.sessionCookie != nil)
    let shown = try await world.json("person", "show", person.login)
    #expect(shown["change_password"] == false)
    let next = Visitor(world: world)
    let form = try await next.visit(try AuthorizationRequest(housing))
    #expect(try await next.submit(form, person, password: new).locationQuery["code"] != nil)
  }
}
