import OneDoorJOSE
import TestSupport
import Testing

/// CVE-2026-4282, CVE-2026-4325, CVE-2025-46815: a value made for one place is good at no other.
@Suite struct OneTimeValuesJourney {
  @Test func `CVE-2026-4282, CVE-2026-4325: each sealed value is refused at every other endpoint`() async throws {
    let world = try await World.shared()
    let (housing, app) = (world.registry.housing, world.registry.app)
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let page = try await visitor.visit(try AuthorizationRequest(housing))
    let journey = try #require(page.page.form(action: "/login")?["j"]?.value)
    let posted = try await visitor.http.post(
      world.issuer + "/authorize", form: try AuthorizationRequest(housing).parameters)
    let sealedRequest = try #require(posted.locationQuery["j"])
    let tokens = try await visitor.tokens(at: housing, as: person)
    let request = try AuthorizationRequest(housing)
    let code = try await visitor.code(request, as: person)
    let asked = try await visitor.http.get(world.issuer + "/end_session")
    let signOut = try #require(asked.page.form(action: "/signout")?["j"]?.value)
    let sid = try #require(tokens.accessClaims["sid"]?.string)
    let session = try #require(visitor.sessionCookie)
    let device = try #require(visitor.http.cookies.cookie("onedoor-device", host: "localhost")?.value)
    let browser = try #require(visitor.http.cookies.cookie("onedoor-browser", host: "localhost")?.value)

    let values: [(String, String)] = [
      ("journey", journey), ("posted request", sealedRequest), ("code", code), ("sign-out", signOut), ("sid", sid),
      ("session cookie", session), ("device cookie", device), ("browser cookie", browser),
      ("access token", tokens.access), ("refresh token", tokens.refresh), ("ID token", tokens.id),
    ]
    for (name, value) in values {
      if name != "code" {
        #expect(
          try await world.token(request.redemption(value), by: housing).error == "invalid_grant", "\(name) as code")
      }
      if name != "refresh token" {
        #expect(try await world.refresh(value, by: housing).error == "invalid_grant", "\(name) as refresh token")
        #expect(try await world.refresh(value, by: app).error == "invalid_grant", "\(name) as refresh token of app")
      }
      if name != "access token" {
        #expect(try await world.userinfo(value).status == 401, "\(name) as access token")
        let stream = try await world.http.get(
          world.issuer + "/revocation/snapshot", headers: [("authorization", "Bearer \(value)")])
        #expect(stream.status == 401, "\(name) at the feed")
        if name != "refresh token" {
          #expect(try await !world.isActive(value, by: housing), "\(name) at introspection")
        }
      }
      let asAssertion = try await world.http.post(
        world.issuer + "/token", form: [("grant_type", "client_credentials")] + world.assertionForm(value))
      #expect(asAssertion.status == 401, "\(name) as assertion")
      if name != "ID token" {
        let hinted = try await visitor.http.get(world.issuer + "/end_session?id_token_hint=\(value)")
        #expect(hinted.status == 400, "\(name) as hint")
      }
      if name != "journey" {
        for path in ["/login", "/continue"] {
          #expect(try await visitor.http.get(world.issuer + "\(path)?j=\(value)").status == 400, "\(name) at \(path)")
          let form = [("j", value), ("username", person.login), ("password", person.password), ("choice", "continue")]
          #expect(
            try await visitor.http.post(world.issuer + path, form: form).status == 400, "\(name) posted to \(path)")
        }
      }
      if name != "sign-out" {
        #expect(
          try await visitor.http.post(world.issuer + "/signout", form: [("j", value)]).status == 400,
          "\(name) at /signout")
      }
      if name != "posted request" {
        #expect(
          try await visitor.http.get(world.issuer + "/authorize?j=\(value)").status == 400, "\(name) at /authorize")
      }
      if name != "session cookie" {
        let planted = try await world.http.get(world.issuer + "/", headers: [("cookie", "onedoor=\(value)")])
        #expect(planted.page.headings.contains("You are not signed in"), "\(name) as session cookie")
      }
    }
    // A journey of a sign-in is none of a sign-out: the steps of one are not those of the other.
    #expect(try await visitor.http.post(world.issuer + "/signout", form: [("j", journey)]).status == 400)
    // All that while nothing of it was used up.
    #expect(try await world.token(request.redemption(code), by: housing).status == 200)
    #expect(try await world.refresh(tokens.refresh, by: housing).status == 200)
    #expect(try await visitor.press("Sign out everywhere", on: asked).page.headings.contains("You have signed out"))
  }

  @Test func `CAS 2026-06-18: a journey begun in one browser is good in no other`() async throws {
    let world = try await World.shared()
    let person = try world.newPerson()
    let (mine, theirs) = (Visitor(world: world), Visitor(world: world))
    let page = try await mine.visit(try AuthorizationRequest(world.registry.housing))
    _ = try await theirs.visit(try AuthorizationRequest(world.registry.housing))
    let form = try #require(page.page.form(action: "/login"))
    let filled = form.fields(filling: ["username": person.login, "password": person.password])
    let foreign = try await theirs.http.post(world.issuer + "/login", form: filled)
    #expect(foreign.status == 400 && foreign.location == nil)
    #expect(theirs.sessionCookie == nil)
    let cookieless = try await world.http.post(world.issuer + "/login", form: filled)
    #expect(cookieless.status == 400)
    #expect(cookieless.page.headings.contains("Your browser does not accept our cookie"))
    let crossSite = try await mine.http.post(
      world.issuer + "/login", form: filled, headers: [("sec-fetch-site", "cross-site")])
    #expect(crossSite.status == 403)
    let otherOrigin = try await mine.http.post(
      world.issuer + "/login", form: filled, headers: [("origin", "https://evil.example")])
    #expect(otherOrigin.status == 403)
    #expect(try await mine.http.post(world.issuer + "/login", form: filled).status == 303)
  }

  @Test func `CVE-2026-49448: every step empty, out of order or skipped leads to no session`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let page = try await visitor.visit(try AuthorizationRequest(world.registry.housing))
    let journey = try #require(page.page.form(action: "/login")?["j"]?.value)
    let posts: [(String, [(String, String)])] = [
      ("/login", []), ("/login", [("j", "")]), ("/login", [("j", journey)]),
      ("/login", [("j", journey), ("username", ""), ("password", "")]),
      ("/login", [("j", journey), ("username", "citizen.01")]), ("/login", [("j", journey), ("password", "x")]),
      ("/login", [("j", journey), ("username", "citizen.01"), ("password[]", "x")]),
      ("/continue", []), ("/continue", [("j", journey)]), ("/continue", [("j", journey), ("choice", "continue")]),
      ("/continue", [("j", journey), ("choice", "another")]), ("/signout", []), ("/signout", [("j", journey)]),
    ]
    for (path, form) in posts {
      let answer = try await visitor.follow(try await visitor.http.post(world.issuer + path, form: form))
      #expect([200, 400].contains(answer.status), "\(path) \(form.map(\.0)): \(answer.status)")
      #expect(answer.location == nil, "\(path) \(form.map(\.0))")
      #expect(visitor.sessionCookie == nil)
    }
  }
}
