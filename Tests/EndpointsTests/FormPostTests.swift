import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import Testing

/// Answers as a form (OAuth 2.0 Form Post Response Mode).
@Suite struct FormPostTests {
  private let mode: [String: String?] = ["response_mode": "form_post"]

  @Test func `a code goes as a form to the verified URI, with state and iss`() async throws {
    let world = try await World()
    var browser = TestBrowser()
    let journey = try await world.begin(.housing, in: &browser, mode)
    let outcome = await world.submit(journey, .zhangWei, in: &browser)
    let form = try #require(outcome.formPost)
    #expect(outcome.status == 200 && outcome.location == nil)
    #expect(form.action == Office.housing.redirectURI)
    #expect(form.formOrigin == "http://localhost:8081")
    #expect(form.fields.map(\.name) == ["code", "state", "iss"])
    #expect(form.fields.last?.value == World.issuer)
    #expect(try await world.redeem(form.fields.first?.value, by: .housing).status == 200)
    let again = await world.provider.authorize(world.request(.business, mode), browser.origin)
    #expect(again.formPost?.action == Office.business.redirectURI)
  }

  @Test func `errors go as a form too, whenever the mode itself is sound`() async throws {
    let world = try await World()
    func ask(_ changes: [String: String?], adding: [(String, String?)] = []) async -> BrowserOutcome {
      await world.provider.authorize(
        world.request(.housing, mode.merging(changes) { $1 }, adding: adding), RequestOrigin())
    }
    for (changes, error) in [
      (["prompt": "none"], "login_required"), (["scope": "profile"], "invalid_scope"),
      (["response_type": "token"], "unsupported_response_type"),
    ] as [([String: String?], String)] {
      let form = try #require(await ask(changes).formPost)
      #expect(form.fields.map(\.name) == ["error", "error_description", "state", "iss"])
      #expect(form.fields.first?.value == error)
    }
    #expect(await ask([:], adding: [("response_mode", "query")])["error"] == "invalid_request")
    #expect(await ask(["response_mode": "fragment"])["error"] == "invalid_request")
    #expect(await ask(["redirect_uri": "https://evil.example/"]).refusal == .redirectURIMismatch)
  }
}
