import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// The code flow from the department's request to its tokens, for every way of proving who asks.
@Suite struct CodeFlowJourney {
  @Test(arguments: ["housing", "business", "tax", "court", "archive", "app", "stock", "legacy"])
  func `a person signs in, and the department gets tokens that verify`(id: String) async throws {
    let world = try await World.shared()
    let department = try #require(world.registry.departments.first { $0.id == id })
    let person = try world.newPerson()
    var request = try AuthorizationRequest(department)
    if id == "stock" || id == "legacy" { request = request.withoutPKCE }
    if id == "legacy" { request = request.with("nonce", nil) }
    let visitor = Visitor(world: world)
    let answer = try await visitor.signIn(request, as: person)
    #expect(answer.location?.hasPrefix(department.redirectURI + "?") == true)
    #expect(answer.locationQuery["state"] == request.state)
    #expect(answer.locationQuery["iss"] == world.issuer)
    #expect(Set(answer.locationQuery.keys) == ["code", "state", "iss"])
    let code = try #require(answer.locationQuery["code"])
    #expect(code.utf8.count <= 512)

    let tokens = try await world.token(request.redemption(code), by: department).granted()
    #expect(tokens.object["token_type"]?.string == "Bearer")
    #expect(tokens.object["expires_in"]?.integer == 300)
    #expect(tokens.scope == "openid profile phone email")
    #expect(tokens.response.header("cache-control") == "no-store")
    #expect(!tokens.refresh.isEmpty)

    let ring = try await world.keyRing()
    let access = try ring.verify(try UnverifiedJWS(compact: tokens.access), type: "at+jwt").claims()
    let identity = try ring.verify(try UnverifiedJWS(compact: tokens.id), type: "JWT").claims()
    #expect(header(of: tokens.access)?.alg == "ES256")
    #expect(header(of: tokens.id)?.alg == (id == "stock" ? "RS256" : "ES256"))
    for claims in [access, identity] {
      #expect(claims["iss"]?.string == world.issuer)
      #expect(claims["sub"] == access["sub"])
      #expect(claims["sid"] == access["sid"])
      #expect(claims["acr"] == "urn:onedoor:acr:1")
      #expect(claims["amr"] == ["pwd"])
      #expect(claims["sub_type"] == "person")
      #expect(claims["auth_time"]?.integer != nil)
    }
    #expect(access["aud"]?.string == (id == "housing" ? "https://housing.example" : id))
    #expect(access["client_id"]?.string == id)
    #expect(identity["aud"]?.string == id)
    #expect(identity["nonce"]?.string == request["nonce"])
    #expect(identity["at_hash"]?.string == Base64URL.encode(Array(SHA256.hash(Array(tokens.access.utf8)).prefix(16))))
    // Claims of a person are in the ID token only where the department is registered so.
    #expect(identity["email"]?.string == (id == "business" ? person.email : nil))
  }

  @Test func `sub and sid are another at each department, and the same person's at the next sign-in`() async throws {
    let world = try await World.shared()
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let first = try await visitor.tokens(at: world.registry.housing, as: person).accessClaims
    let other = try await visitor.tokens(at: world.registry.business, as: person).accessClaims
    let again = try await Visitor(world: world).tokens(at: world.registry.housing, as: person).accessClaims
    #expect(first["sub"] != other["sub"])
    #expect(first["sid"] != other["sid"])
    #expect(first["sub"] == again["sub"])
    #expect(first["sid"] != again["sid"])
  }

  @Test func `a second department asks for no second login`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let person = try world.newPerson()
    try await visitor.tokens(at: world.registry.housing, as: person)
    let hop = try await visitor.ask(try AuthorizationRequest(world.registry.business))
    #expect(hop.status == 303)
    #expect(hop.locationQuery["code"] != nil)
  }

  @Test func `a loopback redirect URI may have any port, and nothing else may differ`() async throws {
    let world = try await World.shared()
    let visitor = Visitor(world: world)
    let person = try world.newPerson()
    _ = try await visitor.signIn(try AuthorizationRequest(world.registry.app), as: person)
    for uri in [
      "http://127.0.0.1:51234/cb", "http://127.0.0.1/cb", "http://[::1]:7/cb", "http://localhost:3456/cb",
      "com.example.app:/cb",
    ] {
      let request = try AuthorizationRequest(world.registry.app).with("redirect_uri", uri)
      let answer = try await visitor.ask(request)
      #expect(answer.header("location")?.hasPrefix(uri + "?code=") == true, "\(uri)")
      let code = try #require(answer.header("location").flatMap { queryParameters($0)["code"] })
      #expect(try await world.token(request.redemption(code), by: world.registry.app).status == 200, "\(uri)")
    }
  }

  @Test func `a registered query stays in front of the answer`() async throws {
    let world = try await World.shared()
    let request = try AuthorizationRequest(world.registry.housing)
      .with("redirect_uri", "https://housing.example/cb2?fixed=1")
    let answer = try await Visitor(world: world).signIn(request, as: try world.newPerson())
    #expect(answer.header("location")?.hasPrefix("https://housing.example/cb2?fixed=1&code=") == true)
  }

  @Test func `offline_access is accepted and not granted`() async throws {
    let world = try await World.shared()
    let tokens = try await Visitor(world: world).tokens(
      at: world.registry.housing, as: try world.newPerson(), scope: "openid offline_access nonsense")
    #expect(tokens.scope == "openid")
    #expect(!tokens.refresh.isEmpty)
  }

  @Test func `a department gets a token for itself, of its own scope`() async throws {
    let world = try await World.shared()
    for department in [world.registry.machine, world.registry.housing, world.registry.court] {
      let tokens = try await world.token(
        [("grant_type", "client_credentials"), ("scope", "revocation")], by: department
      ).granted()
      #expect(tokens.refresh.isEmpty && tokens.id.isEmpty)
      #expect(tokens.accessClaims["sub"]?.string == department.id)
      #expect(tokens.accessClaims["sub_type"] == "department")
      #expect(try await world.userinfo(tokens.access).status == 403)
    }
    let asked = try await world.token(
      [("grant_type", "client_credentials"), ("scope", "openid")], by: world.registry.machine)
    #expect(asked.error == "invalid_scope")
    let code = try await world.token([("grant_type", "authorization_code"), ("code", "x")], by: world.registry.machine)
    #expect(code.error == "unauthorized_client")
  }
}
