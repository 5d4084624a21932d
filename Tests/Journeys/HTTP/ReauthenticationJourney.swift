import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// prompt, max_age and id_token_hint: when a session is enough, and for whom.
@Suite struct ReauthenticationJourney {
  private func outcome(_ answer: HTTPTestResponse) -> String {
    if let error = answer.locationQuery["error"] { return error }
    if answer.locationQuery["code"] != nil { return "code" }
    if answer.page.form(action: "/login") != nil { return "sign in" }
    if answer.page.form(action: "/continue") != nil { return "question" }
    return "\(answer.status)"
  }

  @Test func `the matrix of prompt, max_age and hint, with and without a session`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let (person, other) = (try world.newPerson(), try world.newPerson())
    let visitor = Visitor(world: world)
    let own = try await visitor.tokens(at: housing, as: person)
    let ownAtBusiness = try await visitor.tokens(at: world.registry.business, as: person)
    let foreign = try await Visitor(world: world).tokens(at: housing, as: other)
    let stranger = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    let forged = try stranger.sign(typ: "JWT", payload: JSON.object(own.idClaims).serialized())

    let rows: [([(String, String)], session: String, none: String)] = [
      ([], "code", "sign in"), ([("prompt", "none")], "code", "login_required"),
      ([("prompt", "login")], "sign in", "sign in"), ([("prompt", "consent")], "question", "sign in"),
      ([("prompt", "select_account")], "question", "sign in"), ([("prompt", "login consent")], "sign in", "sign in"),
      ([("max_age", "0")], "sign in", "sign in"), ([("max_age", "3600")], "code", "sign in"),
      ([("max_age", "9999999999")], "code", "sign in"),
      ([("max_age", "0"), ("prompt", "none")], "login_required", "login_required"),
      ([("id_token_hint", own.id)], "code", "sign in"), ([("id_token_hint", foreign.id)], "sign in", "sign in"),
      ([("id_token_hint", own.id), ("prompt", "none")], "code", "login_required"),
      ([("id_token_hint", foreign.id), ("prompt", "none")], "login_required", "login_required"),
      ([("id_token_hint", ownAtBusiness.id)], "invalid_request", "invalid_request"),
      ([("id_token_hint", forged)], "invalid_request", "invalid_request"),
      ([("id_token_hint", own.access)], "invalid_request", "invalid_request"),
      ([("ui_locales", "zh-Hans"), ("login_hint", "x")], "code", "sign in"),
    ]
    for (parameters, session, none) in rows {
      let request = try parameters.reduce(AuthorizationRequest(housing)) { $0.with($1.0, $1.1) }
      let what = "\(parameters.map { "\($0.0)=\($0.1.prefix(12))" })"
      #expect(outcome(try await visitor.visit(request)) == session, "\(what) with a session")
      #expect(outcome(try await Visitor(world: world).visit(request)) == none, "\(what) without")
    }
  }

  @Test func `a fresh login is newer, and the session goes on for the other departments`() async throws {
    let world = try await World.shared()
    let (housing, business) = (world.registry.housing, world.registry.business)
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let first = try await visitor.tokens(at: business, as: person)
    let cookie = visitor.sessionCookie
    for parameters in [("prompt", "login"), ("max_age", "0")] {
      let request = try AuthorizationRequest(housing).with(parameters.0, parameters.1)
      let page = try await visitor.visit(request)
      let answer = try await visitor.submit(page, person)
      let code = try #require(answer.locationQuery["code"])
      let tokens = try await world.token(request.redemption(code), by: housing).granted()
      let (then, now) = (first.idClaims["auth_time"]?.integer ?? 0, tokens.idClaims["auth_time"]?.integer ?? 0)
      #expect(now >= then)
    }
    // A new cookie with every login (CVE-2026-7507), the old one is worth nothing.
    #expect(visitor.sessionCookie != cookie)
    let old = try await world.http.get(world.issuer + "/", headers: [("cookie", "onedoor=\(cookie ?? "")")])
    #expect(old.page.headings == ["You are not signed in"])
    #expect(try await world.isActive(first.access, by: business))
  }

  @Test func `the question names the person, and both answers do what they say`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let (person, other) = (try world.newPerson(), try world.newPerson())
    let visitor = Visitor(world: world)
    let first = try await visitor.tokens(at: housing, as: person)
    let request = try AuthorizationRequest(housing).with("prompt", "select_account")
    let question = try await visitor.visit(request)
    #expect(question.page.text.contains(person.name))
    #expect(question.page.text.contains("You last signed in on") || !question.page.text.contains("last signed in"))
    let yes = try await visitor.press("Continue as \(person.name)", on: question)
    #expect(yes.locationQuery["code"] != nil)

    let another = try await visitor.press("Use another account", on: try await visitor.visit(request))
    #expect(another.page.form(action: "/login") != nil)
    let answer = try await visitor.submit(another, other)
    let code = try #require(answer.locationQuery["code"])
    let tokens = try await world.token(request.redemption(code), by: housing).granted()
    #expect(tokens.idClaims["sub"] != first.idClaims["sub"])
    // The first person's session in this browser ended with it.
    #expect(try await !world.isActive(first.access, by: housing))
  }

  @Test func `a hint of one person and the password of another give no code`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let (person, other) = (try world.newPerson(), try world.newPerson())
    let hinted = try await Visitor(world: world).tokens(at: housing, as: person)
    let visitor = Visitor(world: world)
    let page = try await visitor.visit(try AuthorizationRequest(housing).with("id_token_hint", hinted.id))
    let answer = try await visitor.submit(page, other)
    #expect(answer.locationQuery["error"] == "login_required")
    #expect(answer.locationQuery["code"] == nil)
  }

  @Test func `login_hint is kept where it looks like a name, and ui_locales choose the language`() async throws {
    let world = try await World.shared()
    let request = try AuthorizationRequest(world.registry.housing).with("ui_locales", "xx zh-Hans en")
    for (hint, kept) in [
      ("o'neil.zhang@example.org", true), ("+86 138 0000 0000", true), ("\"><script>alert(1)</script>", false),
      ("Call 10086 now", false),
    ] {
      let page = try await Visitor(world: world).visit(request.with("login_hint", hint))
      #expect(page.page.form(action: "/login")?["username"]?.value == (kept ? hint : ""), "\(hint)")
    }
    let page = try await Visitor(world: world).visit(request.with("login_hint", "\"><script>alert(1)</script>"))
    #expect(page.page.language == "zh-Hans")
    #expect(!page.text.contains("<script>"))
    #expect(page.page.text.contains("housing局"))
  }
}
