import OneDoorJOSE
import TestSupport
import Testing

/// Answers that go as a form (OAuth 2.0 Form Post Response Mode).
@Suite struct FormPostJourney {
  @Test func `the code arrives in a form that a button sends, and errors do too`() async throws {
    let world = try await World.shared()
    let (housing, person) = (world.registry.housing, try world.newPerson())
    let visitor = Visitor(world: world)
    let request = try AuthorizationRequest(housing).with("response_mode", "form_post")
    let page = try await visitor.submit(try await visitor.visit(request), person)
    #expect(page.status == 200)
    let form = try #require(page.page.forms.first)
    #expect(form.action == housing.redirectURI && form.method.lowercased() == "post")
    #expect(form.buttons.map(\.text) == ["Continue"])
    let fields = Dictionary(uniqueKeysWithValues: form.hidden)
    #expect(Set(fields.keys) == ["code", "state", "iss"])
    #expect(fields["state"] == request.state && fields["iss"] == world.issuer)
    #expect(page.header("cache-control") == "no-store")
    #expect(page.header("content-security-policy")?.contains("form-action https://housing.example;") == true)
    let tokens = try await world.token(request.redemption(fields["code"] ?? ""), by: housing).granted()
    #expect(tokens.idClaims["nonce"]?.string == request.nonce)

    let hostile = "\"><script>alert(1)</script>"
    let refused = try await Visitor(world: world).ask(request.with("prompt", "none").with("state", hostile))
    let error = Dictionary(uniqueKeysWithValues: try #require(refused.page.forms.first).hidden)
    #expect(error["error"] == "login_required" && error["state"] == hostile && error["iss"] == world.issuer)
    #expect(!refused.text.contains("<script>alert"))
    let page2 = try await Visitor(world: world).visit(request.with("response_mode", nil))
    #expect(page2.header("content-security-policy")?.contains("script-src") == false)
  }
}
