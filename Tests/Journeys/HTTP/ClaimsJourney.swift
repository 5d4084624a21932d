import OneDoorJOSE
import TestSupport
import Testing

/// Claims asked for by name, over HTTP.
@Suite struct ClaimsJourney {
  @Test func `a department asks for one claim in each place, and gets these two alone`() async throws {
    let world = try await World.shared()
    let (housing, person) = (world.registry.housing, try world.newPerson())
    let visitor = Visitor(world: world)
    let request = try AuthorizationRequest(housing, scope: "openid")
      .with("claims", #"{"userinfo":{"email":{"essential":true}},"id_token":{"name":null}}"#)
    let code = try await visitor.code(request, as: person)
    #expect(code.utf8.count <= 512)
    var tokens = try await world.token(request.redemption(code), by: housing).granted()
    for _ in 0..<2 {
      #expect(tokens.idClaims["name"]?.string == person.name && tokens.idClaims["email"] == nil)
      let info = try await world.userinfo(tokens.access).json
      #expect(Set(info.members.map(\.name)) == ["sub", "sub_type", "email"])
      #expect(info["email"]?.string == person.email)
      #expect(tokens.accessClaims["email"] == nil)
      tokens = try await world.refresh(tokens.refresh, by: housing).granted()
    }
    let sub = try #require(tokens.idClaims["sub"]?.string)
    let own = request.with("claims", "{\"id_token\":{\"sub\":{\"value\":\"\(sub)\"}}}").with("prompt", "none")
    #expect(try await visitor.ask(own).locationQuery["code"] != nil)
    let other = request.with("claims", #"{"id_token":{"sub":{"value":"somebody"}}}"#).with("prompt", "none")
    #expect(try await visitor.ask(other).locationQuery["error"] == "login_required")
  }
}
