import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// OpenID Connect RP-Initiated Logout: who is signed out, who is asked, and where it leads.
@Suite struct EndSessionJourney {
  private func url(_ world: World, _ parameters: [(String, String)]) -> String {
    "\(world.issuer)/end_session?\(formEncoded(parameters))"
  }

  @Test(arguments: ["GET", "POST"])
  func `a hint of this browser's session ends it everywhere and leads back`(method: String) async throws {
    let world = try await World.shared()
    let (housing, business) = (world.registry.housing, world.registry.business)
    let visitor = Visitor(world: world)
    let person = try world.newPerson()
    let tokens = try await visitor.tokens(at: housing, as: person)
    let other = try await visitor.tokens(at: business, as: person)
    let cookie = try #require(visitor.sessionCookie)
    let parameters = [
      ("id_token_hint", tokens.id), ("post_logout_redirect_uri", housing.postLogoutURI), ("state", "a b&c"),
      ("client_id", "housing"),
    ]
    let answer =
      method == "GET"
      ? try await visitor.http.get(url(world, parameters))
      : try await visitor.http.post(world.issuer + "/end_session", form: parameters)
    #expect(answer.status == 303)
    #expect(answer.header("location") == housing.postLogoutURI + "?state=a%20b%26c")
    #expect(visitor.sessionCookie == nil)
    for (token, department) in [(tokens, housing), (other, business)] {
      #expect(try await !world.isActive(token.access, by: department))
      #expect(try await world.refresh(token.refresh, by: department).error == "invalid_grant")
    }
    // The old cookie, put back (OWASP ASVS 7.4.1).
    let back = try await world.http.get(
      try AuthorizationRequest(housing).url(world), headers: [("cookie", "onedoor=\(cookie)")])
    #expect(back.location?.contains("/login") == true)
  }

  @Test func `an expired hint is as good: exp is ignored`() async throws {
    let world = try await World.start(persons: 1, settings: "tokens: {id: 30s, access: 30s}")
    let housing = world.registry.housing
    let visitor = Visitor(world: world)
    let tokens = try await visitor.tokens(at: housing, as: try world.newPerson())
    // The signing key of the world makes the token that this one will be: the same claims, an hour older.
    let name = try #require(world.folder.names(in: "keys").first { $0.hasPrefix("token-ES256-") })
    let key = SigningKey(privateKey: try PrivateKey(pem: try world.folder.bytes("keys/\(name)")))
    var claims = tokens.idClaims
    for member in ["iat", "exp", "auth_time"] { claims[member] = claims[member]?.integer.map { .integer($0 - 86_400) } }
    let old = try key.sign(typ: "JWT", payload: JSON.object(claims).serialized())
    let answer = try await visitor.http.get(
      url(world, [("id_token_hint", old), ("post_logout_redirect_uri", housing.postLogoutURI)]))
    #expect(answer.header("location") == housing.postLogoutURI)
    #expect(try await !world.isActive(tokens.access, by: housing))
  }

  @Test func `without a hint a page asks, and nothing is redirected to`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let visitor = Visitor(world: world)
    let person = try world.newPerson()
    let tokens = try await visitor.tokens(at: housing, as: person)
    let asked = try await visitor.http.get(
      url(world, [("client_id", "housing"), ("post_logout_redirect_uri", housing.postLogoutURI), ("state", "x")]))
    #expect(asked.status == 200)
    #expect(asked.page.headings == ["Do you want to sign out?"])
    #expect(asked.page.text.contains(person.name))
    #expect(try await world.isActive(tokens.access, by: housing))
    let done = try await visitor.press("Sign out everywhere", on: asked)
    #expect(done.status == 200)
    #expect(done.page.headings == ["You have signed out"])
    #expect(done.page.text.contains("Housing Office"))
    #expect(try await !world.isActive(tokens.access, by: housing))
    // Signed out already: nothing to ask, nowhere to go.
    let again = try await visitor.http.get(
      url(world, [("post_logout_redirect_uri", "https://evil.example/")]))
    #expect(again.status == 200 && again.location == nil)
  }

  @Test func `somebody else's hint is refused, and nobody's session ends`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let (mine, theirs) = (Visitor(world: world), Visitor(world: world))
    let own = try await mine.tokens(at: housing, as: try world.newPerson())
    let foreign = try await theirs.tokens(at: housing, as: try world.newPerson())
    let refused = try await mine.http.get(
      url(world, [("id_token_hint", foreign.id), ("post_logout_redirect_uri", housing.postLogoutURI), ("state", "s")]))
    #expect(refused.status == 400 && refused.location == nil)
    #expect(refused.page.headings == ["We did not sign anyone out"])
    #expect(try await world.isActive(own.access, by: housing))
    #expect(try await world.isActive(foreign.access, by: housing))
    #expect(mine.sessionCookie != nil)
  }

  @Test func `out of one department only: it alone is told, and its next sign-in asks once`() async throws {
    let world = try await World.shared()
    let (housing, business) = (world.registry.housing, world.registry.business)
    let visitor = Visitor(world: world)
    let person = try world.newPerson()
    let tokens = try await visitor.tokens(at: housing, as: person)
    // With one department there is one answer.
    let single = try await visitor.http.get(url(world, [("client_id", "housing")]))
    #expect(single.page.form(action: "/signout")?.buttons.map(\.text) == ["Sign out everywhere"])
    let other = try await visitor.tokens(at: business, as: person)
    let asked = try await visitor.http.get(url(world, [("client_id", "housing")]))
    let choice = "Sign out of Housing Office only; you stay signed in on this device"
    #expect(asked.page.form(action: "/signout")?.buttons.map(\.text) == ["Sign out everywhere", choice])
    let done = try await visitor.press(choice, on: asked)
    #expect(done.page.headings == ["You have signed out of Housing Office"])
    #expect(done.page.text.contains("Your session has ended at:"))
    #expect(!done.page.text.contains("Business"))
    #expect(try await !world.isActive(tokens.access, by: housing))
    #expect(try await world.refresh(tokens.refresh, by: housing).error == "invalid_grant")
    #expect(try await world.isActive(other.access, by: business))

    let request = try AuthorizationRequest(housing)
    let silent = try await visitor.visit(request.with("prompt", "none"))
    #expect(silent.locationQuery["error"] == "interaction_required")
    let question = try await visitor.visit(request)
    #expect(question.page.headings == ["Continue to Housing Office?"])
    let back = try await visitor.press("Continue as \(person.name)", on: question)
    #expect(back.locationQuery["code"] != nil)
    #expect(try await visitor.visit(request).locationQuery["code"] != nil, "asked once")
  }

  @Test func `everywhere names each department that is told`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let person = try world.newPerson()
    let tokens = try await visitor.tokens(at: world.registry.housing, as: person)
    _ = try await visitor.tokens(at: world.registry.business, as: person)
    // A hint and nowhere to go on to: done without a question, and the page says where.
    let done = try await visitor.http.get(url(world, [("id_token_hint", tokens.id)]))
    #expect(done.page.headings == ["You have signed out"])
    for name in ["Housing Office", "Business Office"] { #expect(done.page.text.contains(name), "\(name)") }
  }

  @Test func `a hint that is contradicted or not ours is an error page`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let tokens = try await visitor.tokens(at: world.registry.housing, as: try world.newPerson())
    let stranger = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    let forged = try stranger.sign(typ: "JWT", payload: JSON.object(tokens.idClaims).serialized())
    let refused: [[(String, String)]] = [
      [("id_token_hint", tokens.id), ("client_id", "business")],
      [("id_token_hint", tokens.id), ("client_id", "nobody")],
      [("id_token_hint", forged)], [("id_token_hint", tokens.access)], [("id_token_hint", "x")],
      [("id_token_hint", tokens.id), ("id_token_hint", tokens.id)], [("client_id", "nobody")],
    ]
    for parameters in refused {
      let answer = try await visitor.http.get(url(world, parameters + [("state", "s")]))
      #expect(answer.status == 400 && answer.location == nil, "\(parameters.map(\.0))")
    }
    #expect(try await world.isActive(tokens.access, by: world.registry.housing))
  }

  @Test
  func `CVE-2021-32786, CVE-2021-39191, CVE-2019-20479, CVE-2022-23527: no address but the registered one is led to`()
    async throws
  {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let tokens = try await visitor.tokens(at: world.registry.housing, as: try world.newPerson())
    let uris = [
      "https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example", "\\\\evil.example",
      "https://housing.example/bye/", "https://housing.example/bye?x", "https://housing.example/bye#x",
      "https://housing.example/BYE", "https://HOUSING.example/bye", "http://housing.example/bye",
      "https://housing.example:443/bye", "https://housing.example@evil.example/bye", "https://business.example/bye",
      "javascript:alert(1)", "https://housing.example/bye%00", "https://housing.example/./bye",
      "https://housing.example/cb",
    ]
    for uri in uris {
      let answer = try await visitor.http.get(
        url(world, [("id_token_hint", tokens.id), ("post_logout_redirect_uri", uri)]))
      #expect(answer.status == 400 && answer.location == nil, "\(uri)")
    }
    #expect(try await world.isActive(tokens.access, by: world.registry.housing))
  }
}
