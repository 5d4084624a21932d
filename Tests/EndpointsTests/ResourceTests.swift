import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import Testing

/// Access tokens to use at another department (RFC 8707).
@Suite struct ResourceTests {
  private func world() async throws -> World {
    let world = try await World()
    let called = [try Office.business.id(), try Office.closed.id()]
    try await world.change(.housing) { $0.mayCall = called }
    try await world.change(.business) { $0.audience = "https://business.example" }
    return world
  }

  private func narrowed(_ world: World, _ token: String?, _ resource: String) async throws -> APIReply {
    try await world.token(
      .housing, [("grant_type", "refresh_token"), ("refresh_token", token), ("resource", resource)])
  }

  @Test func `a code asked for with a resource gives a token for it, a refresh one for each resource`() async throws {
    let world = try await world()
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser, ["resource": "https://business.example"])
    let tokens = try await world.redeem(code, by: .housing).tokens()
    let access = try world.accessClaims(tokens)
    #expect(access.audience == ["https://business.example"] && access.clientID == "housing")
    #expect(tokens.scope == access.scope && access.scope == "profile phone email")
    let theirs = try await world.redeem(try await world.hop(to: .business, in: &browser), by: .business).tokens()
    let known = try world.accessClaims(theirs).subject
    #expect(access.subject == known, "the sub by which the called one knows the person")
    #expect(try world.identityClaims(tokens).subject != access.subject)
    #expect(await world.userinfo(tokens.accessToken).refusal == .bearerScope)
    #expect(try await world.introspect(tokens.accessToken, by: .business).isActive == true)
    #expect(try await world.introspect(tokens.accessToken, by: .housing).isActive == true)
    #expect(try await world.introspect(tokens.accessToken, by: .registry).isActive == false)

    let own = try await world.refresh(tokens.refreshToken, by: .housing).tokens()
    #expect(try world.accessClaims(own).audience == ["housing"])
    let again = try await narrowed(world, tokens.refreshToken, "business").tokens()
    #expect(try world.accessClaims(again).audience == ["https://business.example"])
    #expect(try await narrowed(world, tokens.refreshToken, "closed").refusal == .resourceNotAllowed)
    #expect(try await narrowed(world, tokens.refreshToken, "registry").refusal == .resourceNotAllowed)
  }

  @Test func `a code for one resource gives no token for another, and is not used up by asking`() async throws {
    let world = try await world()
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser, ["resource": "business"])
    let form: [(String, String?)] = [
      ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Office.housing.redirectURI),
      ("code_verifier", World.verifier),
    ]
    #expect(try await world.token(.housing, form + [("resource", "housing")]).refusal == .resourceNotAllowed)
    #expect(try await world.token(.housing, form + [("resource", "business")]).status == 200)
  }

  @Test func `a department may call for itself, without any scope of this provider`() async throws {
    let world = try await world()
    let grant: [(String, String?)] = [("grant_type", "client_credentials"), ("resource", "business")]
    let tokens = try await world.token(.housing, grant).tokens()
    let access = try world.accessClaims(tokens)
    #expect(access.audience == ["https://business.example"] && access.subjectType == .department && access.scope == "")
    #expect(try await world.introspect(tokens.accessToken, by: .business).isActive == true)
    #expect(try await world.token(.housing, grant + [("scope", "revocation")]).refusal == .scopeExceeded)
  }

  @Test func `a permission that is taken back ends the use of the tokens at introspection`() async throws {
    let world = try await world()
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser, ["resource": "business"])
    let tokens = try await world.redeem(code, by: .housing).tokens()
    try await world.change(.housing) { $0.mayCall = [] }
    #expect(try await world.introspect(tokens.accessToken, by: .business).isActive == false)
    #expect(try await narrowed(world, tokens.refreshToken, "business").refusal == .resourceNotAllowed)
  }

  @Test func `the called department's feed tells of the ends of those that call it, and of nobody else's`() async throws
  {
    let world = try await world()
    var browser = TestBrowser()
    let code = try await world.signIn(in: &browser, ["resource": "business"])
    let tokens = try await world.redeem(code, by: .housing).tokens()
    let sid = try #require(try world.accessClaims(tokens).sessionHandle)
    let other = try await world.guest(.liNa, at: .registry).tokens
    let otherSid = try #require(try world.accessClaims(other).sessionHandle)
    let reader = try await world.follow(.business)
    try await world.running {
      _ = try await world.revoke(other.refreshToken, by: .registry)
      _ = try await world.revoke(tokens.refreshToken, by: .housing)
      try await reader.wait("the end at the caller") { $0.contains { $0.ended.map(\.handle).contains(.sid(sid)) } }
      #expect(!reader.handles.contains(.sid(otherSid)))
      // A cut-off of the caller must not end what the called department's own persons hold.
      _ = try await world.store.end(world.order(.department(try Office.registry.id())))
      _ = try await world.store.end(world.order(.department(try Office.housing.id())))
      try await reader.wait("the caller's cut-off") { $0.contains { !$0.cutOffs.isEmpty } }
      _ = try await world.store.end(world.order(.everything))
      try await reader.wait("everybody's cut-off") { $0.flatMap(\.cutOffs).count >= 2 }
      #expect(reader.messages.flatMap(\.cutOffs).map(\.clientID) == ["housing", nil])
    }
  }
}
