import OneDoorJOSE
import TestSupport
import Testing

@Suite struct RefreshJourney {
  @Test(arguments: ["housing", "tax", "court"])
  func `a steady token stays, and answers with new tokens of the same session`(id: String) async throws {
    let world = try await World.shared()
    let department = try #require(world.registry.departments.first { $0.id == id })
    let first = try await Visitor(world: world).tokens(at: department, as: try world.newPerson())
    for _ in 0..<3 {
      let next = try await world.refresh(first.refresh, by: department).granted()
      #expect(next.refresh == first.refresh)
      #expect(next.access != first.access)
      #expect(next.accessClaims["sid"] == first.accessClaims["sid"])
      #expect(next.idClaims["sub"] == first.idClaims["sub"])
      #expect(next.idClaims["auth_time"] == first.idClaims["auth_time"])
      #expect(next.scope == first.scope)
      #expect(try await world.isActive(next.access, by: department))
    }
  }

  @Test func `a rotating token is replaced, its predecessor once repeated, and an older one ends all`() async throws {
    let world = try await World.shared()
    let app = world.registry.app
    let first = try await Visitor(world: world).tokens(at: app, as: try world.newPerson())
    let second = try await world.refresh(first.refresh, by: app).granted()
    #expect(second.refresh != first.refresh)
    // The answer was lost on the way: the same successor once more.
    let repeated = try await world.refresh(first.refresh, by: app).granted()
    #expect(repeated.refresh == second.refresh)
    let third = try await world.refresh(second.refresh, by: app).granted()
    #expect(try await world.refresh(first.refresh, by: app).error == "invalid_grant")
    #expect(try await world.refresh(third.refresh, by: app).error == "invalid_grant")
    #expect(try await world.userinfo(third.access).status == 401)
  }

  @Test func `CVE-2026-1035: 16 presenters of one rotating token get at most one successor between them`() async throws
  {
    let world = try await World.shared()
    let app = world.registry.app
    let first = try await Visitor(world: world).tokens(at: app, as: try world.newPerson())
    let answers = try await inParallel(16) { try await world.refresh(first.refresh, by: app) }
    let granted = answers.filter { $0.status == 200 }
    #expect(Set(granted.map(\.refresh)).count == 1)
    #expect(answers.count == granted.count + answers.filter { $0.error == "invalid_grant" }.count)
    let next = try await world.refresh(try #require(granted.first).refresh, by: app)
    #expect(next.status == 200)
  }

  @Test func `Rauthy v0.36.1: another department presenting a refresh token ends the participation`() async throws {
    let world = try await World.shared()
    let (housing, business, app) = (world.registry.housing, world.registry.business, world.registry.app)
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    for (owner, thief) in [(housing, business), (housing, app), (app, housing)] {
      let tokens = try await visitor.tokens(at: owner, as: person)
      #expect(try await world.refresh(tokens.refresh, by: thief).error == "invalid_grant")
      #expect(try await world.refresh(tokens.refresh, by: owner).error == "invalid_grant")
      #expect(try await world.userinfo(tokens.access).status == 401)
    }
    // The session itself goes on: the person need not sign in again.
    #expect(try await visitor.ask(try AuthorizationRequest(business)).locationQuery["code"] != nil)
  }

  @Test func `scope may shrink for one answer and never grows`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let tokens = try await Visitor(world: world).tokens(
      at: housing, as: try world.newPerson(), scope: "openid profile")
    let less = try await world.refresh(tokens.refresh, by: housing, [("scope", "openid")]).granted()
    #expect(less.scope == "openid" && less.accessClaims["scope"] == "openid")
    #expect(try await world.refresh(tokens.refresh, by: housing).granted().scope == "openid profile")
    let more = try await world.refresh(tokens.refresh, by: housing, [("scope", "openid profile email")])
    #expect(more.error == "invalid_scope")
    let odd = try await world.refresh(tokens.refresh, by: housing, [("scope", "openid \"")])
    #expect(odd.error == "invalid_scope")
  }

  @Test func `Keycloak 51312: nothing succeeds that starts after a revocation is acknowledged`() async throws {
    let world = try await World.shared()
    let housing = world.registry.housing
    let visitor = Visitor(world: world)
    let person = try world.newPerson()
    for _ in 0..<4 {
      let tokens = try await visitor.tokens(at: housing, as: person)
      async let racing = inParallel(8) { try await world.refresh(tokens.refresh, by: housing) }
      #expect(try await world.revoke(tokens.refresh, by: housing).status == 200)
      let after = try await world.refresh(tokens.refresh, by: housing)
      #expect(after.error == "invalid_grant")
      for raced in try await racing where raced.status == 200 {
        #expect(try await !world.isActive(raced.access, by: housing))
      }
    }
  }
}
