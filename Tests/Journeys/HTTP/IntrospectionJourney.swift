import OneDoorJOSE
import TestSupport
import Testing

@Suite struct IntrospectionJourney {
  @Test func `a token is active for the department it was issued to, and for nobody else`() async throws {
    let world = try await World.shared()
    let (housing, business) = (world.registry.housing, world.registry.business)
    let tokens = try await Visitor(world: world).tokens(at: housing, as: try world.newPerson())
    let access = try await world.introspect(tokens.access, by: housing)
    #expect(access["active"] == true)
    #expect(access["sub"] == tokens.accessClaims["sub"])
    #expect(access["client_id"] == "housing")
    #expect(access["aud"] == "https://housing.example")
    #expect(access["scope"] == "openid profile phone email")
    #expect(access["sid"] == tokens.accessClaims["sid"])
    #expect(access["exp"] == tokens.accessClaims["exp"])
    #expect(access["token_type"] == "Bearer")
    let refresh = try await world.introspect(tokens.refresh, by: housing)
    #expect(refresh["active"] == true && refresh["sub"] == access["sub"])
    for token in [tokens.access, tokens.refresh] {
      for asker in [business, world.registry.machine, world.registry.court, world.registry.tax] {
        #expect(try await world.introspect(token, by: asker) == ["active": false], "\(asker.id)")
      }
    }
  }

  @Test func `who cannot authenticate may not ask, and what is no live token is inactive without a reason`()
    async throws
  {
    let world = try await World.shared()
    let (housing, app) = (world.registry.housing, world.registry.app)
    let tokens = try await Visitor(world: world).tokens(at: app, as: try world.newPerson())
    let asked = try await world.call("/introspect", [("token", tokens.access)], by: app)
    #expect(asked.status == 401 && asked.error == "invalid_client")
    #expect(asked.header("cache-control") == "no-store")
    for token in ["x", "a.b.c", tokens.id, String(repeating: "x", count: 20_000)] {
      #expect(try await world.introspect(token, by: housing) == ["active": false])
    }
    let missing = try await world.call("/introspect", [], by: housing)
    #expect(missing.status == 400 && missing.error == "invalid_request")
    let query = try await world.http.get(world.issuer + "/introspect?token=x")
    #expect(query.status == 405 && query.header("allow")?.contains("POST") == true)
  }

  @Test func `a department's own token is active for itself, until it is revoked`() async throws {
    let world = try await World.shared()
    let machine = world.registry.machine
    let tokens = try await world.token(
      [("grant_type", "client_credentials"), ("scope", "revocation")], by: machine
    ).granted()
    #expect(try await world.isActive(tokens.access, by: machine))
    #expect(try await world.revoke(tokens.access, by: machine).status == 200)
    #expect(try await !world.isActive(tokens.access, by: machine))
  }
}
