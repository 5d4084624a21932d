import OneDoorJOSE
import TestSupport
import Testing

@Suite struct RevocationJourney {
  @Test(arguments: ["housing", "tax", "court", "app", "stock"])
  func `CVE-2018-1000211, CVE-2016-6582: a refresh token revoked by any kind of department ends its participation`(
    id: String
  ) async throws {
    let world = try await World.shared()
    let department = try #require(world.registry.departments.first { $0.id == id })
    let visitor = Visitor(world: world)
    let person = try world.newPerson()
    let tokens = try await visitor.tokens(at: department, as: person)
    let other = try await visitor.tokens(at: world.registry.business, as: person)
    let revoked = try await world.revoke(tokens.refresh, by: department)
    #expect(revoked.status == 200 && revoked.bytes.isEmpty)
    #expect(try await world.refresh(tokens.refresh, by: department).error == "invalid_grant")
    #expect(try await world.userinfo(tokens.access).status == 401)
    // Again, and for what is no token: the same answer (RFC 7009 §2.2).
    for token in [tokens.refresh, "x", "a.b.c", tokens.id] {
      #expect(try await world.revoke(token, by: department).status == 200)
    }
    #expect(try await world.isActive(other.access, by: world.registry.business))
    let hop = try await visitor.ask(try AuthorizationRequest(department))
    #expect(hop.locationQuery["code"] != nil)
  }

  @Test func `an access token ends alone`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let tokens = try await Visitor(world: world).tokens(at: housing, as: try world.newPerson())
    #expect(try await world.revoke(tokens.access, by: housing).status == 200)
    #expect(try await !world.isActive(tokens.access, by: housing))
    #expect(try await world.userinfo(tokens.access).status == 401)
    let next = try await world.refresh(tokens.refresh, by: housing).granted()
    #expect(try await world.isActive(next.access, by: housing))
  }

  @Test func `another department revokes nothing`() async throws {
    let world = try await World.shared()
    let (housing, app) = (world.registry.housing, world.registry.app)
    let visitor = Visitor(world: world)
    let person = try world.newPerson()
    let tokens = try await visitor.tokens(at: housing, as: person)
    for thief in [world.registry.business, app, world.registry.court] {
      for token in [tokens.access, tokens.refresh] {
        let answer = try await world.revoke(token, by: thief)
        #expect((400...403).contains(answer.status) && answer.error != nil, "\(thief.id)")
      }
    }
    #expect(try await world.isActive(tokens.access, by: housing))
    #expect(try await world.isActive(tokens.refresh, by: housing))
    let missing = try await world.call("/revoke", [], by: housing)
    #expect(missing.status == 400 && missing.error == "invalid_request")
  }

  @Test func `revoking an older rotated token ends the participation too`() async throws {
    let world = try await World.shared()
    let app = world.registry.app
    let first = try await Visitor(world: world).tokens(at: app, as: try world.newPerson())
    let second = try await world.refresh(first.refresh, by: app).granted()
    let third = try await world.refresh(second.refresh, by: app).granted()
    #expect(try await world.revoke(first.refresh, by: app).status == 200)
    #expect(try await world.refresh(third.refresh, by: app).error == "invalid_grant")
    #expect(try await world.userinfo(third.access).status == 401)
  }
}
