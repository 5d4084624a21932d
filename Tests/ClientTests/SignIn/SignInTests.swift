import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OneDoorClient
import OneDoorJOSE
import OneDoorMessages
import Testing

/// From a protected page to the provider and back, and every way in which that must not work.
@Suite struct SignInTests {
  @Test func `a browser signs in and lands where it wanted to go`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      let done = try await browser.signIn(from: "/my/file?a=b&c=d")
      #expect(done.status == .seeOther)
      #expect(done.location == "/my/file?a=b&c=d")
      #expect(Set(browser.cookies.keys) == ["onedoor-housing"])
      let page = try await browser.get("/my/file")
      #expect(page.status == .ok)
      #expect(page.headers[.cacheControl] == "no-store")
      #expect(try await browser.get("/").text == "张伟")
    }
  }

  @Test func `the request asks for exactly what must be asked`() async throws {
    try await World.run { world in
      let begin = try await TestBrowser(world).get("/signin?return_to=/my/file")
      let parts = begin.location.split(separator: "?")
      #expect(parts[0] == "\(world.provider.issuer)/authorize")
      let asked = try FormURLEncoding.parse(Array(parts[1].utf8))
      #expect(asked["response_type"] == "code" && asked["client_id"] == "housing" && asked["scope"] == "openid profile")
      #expect(asked["redirect_uri"] == "http://localhost:8081/signin/callback")
      #expect(asked["code_challenge_method"] == "S256" && asked["code_challenge"]?.utf8.count == 43)
      #expect(asked["state"]?.utf8.count == 22 && asked["nonce"]?.utf8.count == 22)
      #expect(asked["nonce"] != asked["state"])
      let cookie = try #require(begin.headers[values: .setCookie].first)
      #expect(cookie.contains("; HttpOnly; SameSite=Lax; Max-Age=900") && !cookie.contains("Secure"))
      for secret in [asked["state"] ?? "?", asked["nonce"] ?? "?"] { #expect(!cookie.contains(secret)) }
    }
  }

  @Test func `on https the cookies are tied to host and encryption`() async throws {
    try await World.run({ $0.redirectURI = "https://housing.example/signin/callback" }) { world in
      let cookies = try await TestBrowser(world).get("/signin").headers[values: .setCookie]
      #expect(cookies.allSatisfy { $0.hasPrefix("__Host-onedoor-housing-s-") && $0.contains("; Path=/; HttpOnly") })
      #expect(cookies.allSatisfy { $0.contains("; Secure") })
    }
  }

  @Test func `two tabs sign in without taking each other's state`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      let first = try world.provider.authorize(try await browser.get("/signin?return_to=/my/file?tab=1").location)
      let second = try world.provider.authorize(try await browser.get("/signin?return_to=/my/file?tab=2").location)
      #expect(try await browser.finish(second).location == "/my/file?tab=2")
      #expect(try await browser.finish(first).location == "/my/file?tab=1")
    }
  }

  @Test func `pending sign-ins do not fill the cookie jar`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      for _ in 0..<40 { _ = try await browser.get("/signin") }
      #expect(browser.cookies.count <= 5)
    }
  }

  @Test func `another browser's callback, or one without its cookie, signs nobody in`() async throws {
    try await World.run { world in
      let attacker = TestBrowser(world)
      let victim = TestBrowser(world)
      let callback = try world.provider.authorize(try await attacker.get("/signin").location)
      _ = try await victim.get("/signin")
      let refused = try await victim.finish(callback)
      #expect(refused.status == .badRequest)
      #expect(victim.session == nil)
      #expect(refused.headers[.cacheControl] == "no-store")
      #expect(refused.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
      // The attacker's state moved under the victim's own cookie name does not help either.
      let start = try await world.oneDoor.beginSignIn()
      let other = try await world.oneDoor.beginSignIn()
      for sealed in [other.sealedState, start.sealedState + "A", "", nil] {
        let error = await failure {
          try await world.oneDoor.finishSignIn(
            query: "code=c&state=\(start.state)&iss=\(world.provider.issuer)", sealedState: sealed)
        }
        #expect(error?.code == .foreignBrowser)
      }
    }
  }

  @Test func `an answer of another provider, or of none, is refused before its code is used`() async throws {
    try await World.run { world in
      for issuer in ["https://evil.example", world.provider.issuer + "/", ""] {
        world.provider.turn { $0.answerIssuer = issuer }
        let browser = TestBrowser(world)
        #expect(try await browser.signIn().status == .badRequest)
        #expect(browser.session == nil)
      }
      let start = try await world.oneDoor.beginSignIn()
      for query in ["code=c&state=\(start.state)", "error=access_denied&state=\(start.state)"] {
        let error = await failure {
          try await world.oneDoor.finishSignIn(query: query, sealedState: start.sealedState)
        }
        #expect(error?.code == .wrongIssuer)
      }
    }
  }

  @Test func `a parameter given twice, or an answer without code and error, is no answer`() async throws {
    try await World.run { world in
      let start = try await world.oneDoor.beginSignIn()
      let issuer = FormURLEncoding.escape(world.provider.issuer)
      let base = "state=\(start.state)&iss=\(issuer)"
      for query in ["\(base)&code=a&code=b", base, "\(base)&code=", "\(base)&code=%zz", "\(base)&code=%FF"] {
        let error = await failure {
          try await world.oneDoor.finishSignIn(query: query, sealedState: start.sealedState)
        }
        #expect(error?.code == .malformedAnswer, "\(query)")
      }
    }
  }

  @Test func `the provider's refusal comes out as such, and nothing it wrote is shown`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      let begin = try await browser.get("/signin")
      let callback = try world.provider.authorize(begin.location)
      let refused = callback.replacing("code=", with: "error=access_denied&error_description=%3Cscript%3E&x=")
      let page = try await browser.finish(refused)
      #expect(page.status == .badRequest)
      #expect(!page.text.contains("script"))
      let start = try await world.oneDoor.beginSignIn()
      let error = await failure {
        try await world.oneDoor.finishSignIn(
          query: "error=access_denied&state=\(start.state)&iss=\(FormURLEncoding.escape(world.provider.issuer))",
          sealedState: start.sealedState)
      }
      #expect(error?.code == .refused && error?.providerCode == "access_denied")
    }
  }

  @Test func `tokens that do not belong to this sign-in are refused`() async throws {
    typealias Change = @Sendable (inout ProviderState.Knobs) -> Void
    let changes: [(TokenError.Code?, Change)] = [
      (.wrongNonce, { $0.changeIdentity = { $0["nonce"] = "other" } }),
      (.wrongNonce, { $0.changeIdentity = { $0["nonce"] = nil } }),
      (.wrongAccessToken, { $0.changeIdentity = { $0["at_hash"] = nil } }),
      (.wrongAudience, { $0.changeIdentity = { $0["aud"] = "business" } }),
      (.wrongAudience, { $0.changeAccess = { $0["aud"] = "business" } }),
      (.unknownKey, { $0.idTokenKey = TokenForge.foreign }),
      (nil, { $0.changeIdentity = { $0["sub"] = "somebody else" } }),
      (nil, { $0.changeIdentity = { $0["sid"] = "another" } }),
      (nil, { $0.changeAccess = { $0["client_id"] = "business" } }),
    ]
    try await World.run { world in
      for (code, change) in changes {
        world.provider.turn { $0 = ProviderState.Knobs() }
        world.provider.turn(change)
        let start = try await world.oneDoor.beginSignIn()
        let query = try world.provider.authorize(start.url).split(separator: "?")[1]
        let error = await failure {
          try await world.oneDoor.finishSignIn(query: String(query), sealedState: start.sealedState)
        }
        #expect(error?.tokenError?.code == code)
        #expect(error?.code == (code == nil ? .malformedAnswer : .invalidToken))
      }
    }
  }

  @Test func `a sign-in that took too long begins again, and so does one from the future`() async throws {
    try await World.run { world in
      let start = try await world.oneDoor.beginSignIn()
      let query = String(try world.provider.authorize(start.url).split(separator: "?")[1])
      world.clock.age(seconds: 901)
      let error = await failure {
        try await world.oneDoor.finishSignIn(query: query, sealedState: start.sealedState)
      }
      #expect(error?.code == .expired)
    }
  }

  @Test func `the back button onto a used callback leads home, not to an error`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      let callback = try world.provider.authorize(try await browser.get("/signin").location)
      _ = try await browser.finish(callback)
      let again = try await browser.finish(callback)
      #expect(again.status == .seeOther && again.location == "/")
      #expect(browser.session != nil)
    }
  }

  @Test(arguments: [
    "//evil.example", "/%5Cevil.example", "https://evil.example", "/%09/evil.example", "/signin", "/signout",
    "/signin/callback?code=a", "/%0d%0aSet-Cookie:a=b", "a&return_to=b",
  ])
  func `a return path that leads away, or round in circles, becomes home`(path: String) async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      let begin = try await browser.get("/signin?return_to=\(path)")
      #expect(try await browser.finish(try world.provider.authorize(begin.location)).location == "/")
    }
  }

  @Test func `a provider that is away is said so`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      let begin = try await browser.get("/signin")
      world.provider.turn { $0.isDown = true }
      let page = try await browser.finish(try world.provider.authorize(begin.location))
      #expect(page.status == .serviceUnavailable)
    }
  }

  @Test func `the age of the login that was asked for is checked`() async throws {
    try await World.run { world in
      world.provider.turn {
        $0.changeIdentity = { claims in claims["auth_time"] = .integer((claims["iat"]?.integer ?? 0) - 1000) }
      }
      let start = try await world.oneDoor.beginSignIn(maxAge: .seconds(300))
      #expect(start.url.contains("max_age=300"))
      let query = String(try world.provider.authorize(start.url).split(separator: "?")[1])
      let error = await failure {
        try await world.oneDoor.finishSignIn(query: query, sealedState: start.sealedState)
      }
      #expect(error?.tokenError?.code == .authenticationTooOld)
    }
  }

  private func failure<Answer>(_ body: () async throws -> Answer) async -> OneDoorError? {
    do {
      _ = try await body()
      return nil
    } catch { return error as? OneDoorError }
  }
}
