import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OneDoorClient
import OneDoorMessages
import Testing

/// Signing out everywhere, and only by one's own will.
@Suite struct SignOutTests {
  private static let site = HTTPField.Name("Sec-Fetch-Site") ?? .from

  @Test func `signing out forgets the session and goes to the provider with a hint`() async throws {
    try await World.run { world in
      for method: HTTPRequest.Method in [.post, .get] {
        let browser = TestBrowser(world)
        try await browser.signIn()
        let answer = try await browser.send(method, "/signout", [Self.site: "same-origin"])
        #expect(answer.status == .seeOther && browser.session == nil)
        let parts = answer.location.split(separator: "?")
        #expect(parts[0] == "\(world.provider.issuer)/end_session")
        let asked = try FormURLEncoding.parse(Array(parts[1].utf8))
        #expect(asked["client_id"] == "housing")
        #expect(asked["post_logout_redirect_uri"] == "http://localhost:8081/")
        #expect(asked["id_token_hint"]?.split(separator: ".").count == 3)
      }
    }
  }

  @Test func `an expired session signs out with its hint too`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      world.clock.age(seconds: 100_000)
      #expect(try await browser.send(.post, "/signout").location.contains("id_token_hint="))
    }
  }

  @Test func `another site's link asks first, and another site's form does nothing`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      for headers: HTTPFields in [[Self.site: "cross-site"], [Self.site: "same-site"], [:]] {
        let question = try await browser.get("/signout", headers)
        #expect(question.status == .ok && question.text.contains("method=\"post\" action=\"/signout\""))
        #expect(
          question.headers[.contentSecurityPolicy]?.contains("form-action 'self' \(world.provider.issuer)") == true)
        #expect(browser.session != nil)
      }
      for headers: HTTPFields in [[Self.site: "cross-site"], [.origin: "http://localhost:8082"]] {
        #expect(try await browser.send(.post, "/signout", headers).status == .forbidden)
        #expect(browser.session != nil)
      }
    }
  }

  @Test func `leaving this department alone ends its session and no provider page is needed`() async throws {
    try await World.run { world in
      let start = try await world.oneDoor.beginSignIn()
      let query = String(try world.provider.authorize(start.url).split(separator: "?")[1])
      let session = try await world.oneDoor.finishSignIn(query: query, sealedState: start.sealedState).session
      try await world.oneDoor.revoke(session)
      try await eventually(ended: session.accessToken, world)
      await #expect(throws: OneDoorError.self) { try await world.oneDoor.refresh(session) }
    }
  }

  @Test func `nobody's sign-out leaves the question to the provider`() async throws {
    try await World.run { world in
      let answer = try await TestBrowser(world).send(.post, "/signout")
      #expect(answer.status == .seeOther && !answer.location.contains("id_token_hint"))
    }
  }
}
