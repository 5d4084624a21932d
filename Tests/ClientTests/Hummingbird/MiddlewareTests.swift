import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OneDoorClient
import OneDoorHummingbird
import OneDoorJOSE
import OneDoorMessages
import TestSupport
import Testing

/// Bearer tokens, scopes, strangers and other sites' requests.
@Suite struct MiddlewareTests {
  @Test func `a bearer token opens the door, and an ended one no more`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      let compact = try await browser.get("/my/file").text
      let caller = TestBrowser(world)
      let headers: HTTPFields = [.accept: "application/json", .authorization: "Bearer \(compact)"]
      let first = try await caller.get("/my/file", headers)
      #expect(first.status == .ok && first.headers[.setCookie] == nil)
      let token = try world.oneDoor.verify(accessToken: compact)
      try world.provider.end(.jti(token.tokenID))
      try await eventually(ended: token, world)
      let refused = try await caller.get("/my/file", headers)
      #expect(refused.status == .unauthorized)
      #expect(refused.headers[.wwwAuthenticate]?.contains("error=\"invalid_token\"") == true)
    }
  }

  @Test(arguments: ["", "Bearer", "Bearer ", "bearer x", "BEARER a.b.c", "Bearer  a"])
  func `what is no good token is refused, on open routes too`(value: String) async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      guard !value.isEmpty else { return }
      // A good cookie beside it does not count: the caller said who it wants to be.
      for uri in ["/my/file", "/"] {
        let answer = try await browser.get(uri, [.authorization: value])
        #expect(answer.status == .unauthorized)
        #expect(answer.headers[.wwwAuthenticate]?.contains("invalid_token") == true)
      }
    }
  }

  @Test func `a stranger is sent to sign in by page, and told so by API`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      #expect(try await browser.get("/").text == "stranger")
      let page = try await browser.get("/my/file")
      #expect(page.status == .seeOther && page.location == "/signin?return_to=%2Fmy%2Ffile")
      #expect(page.headers[.cacheControl] == "no-store")
      let api = try await browser.get("/my/file", [.accept: "application/json"])
      #expect(api.status == .unauthorized && api.headers[.location] == nil)
      #expect(api.headers[.wwwAuthenticate] == "Bearer realm=\"housing\"")
      #expect(try await browser.send(.post, "/my/file").status == .unauthorized)
    }
  }

  @Test func `a scope that was not granted is forbidden, not unknown`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      #expect(try await browser.get("/phone/number").status == .forbidden)
      let token = try await browser.get("/my/file").text
      let api = try await TestBrowser(world).get(
        "/phone/number", [.accept: "application/json", .authorization: "Bearer \(token)"])
      #expect(api.status == .forbidden)
      #expect(api.headers[.wwwAuthenticate]?.contains("error=\"insufficient_scope\"") == true)
      #expect(api.headers[.wwwAuthenticate]?.contains("scope=\"phone\"") == true)
      world.provider.turn { $0.scope = "openid phone" }
      let other = TestBrowser(world)
      try await other.signIn()
      #expect(try await other.get("/phone/number").text == "1")
    }
  }

  @Test func `a write with the browser's cookie comes from our own pages`() async throws {
    try await World.run { world in
      let browser = TestBrowser(world)
      try await browser.signIn()
      let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
      for good: HTTPFields in [
        [:], [.origin: "http://localhost:8081"], [site: "same-origin"], [site: "none"],
        [site: "same-origin", .origin: "null"], [site: "same-origin", .origin: "http://localhost:8081"],
      ] {
        #expect(try await browser.send(.post, "/my/file", good).status == .ok)
      }
      for foreign: HTTPFields in [
        [.origin: "http://localhost:8082"], [.origin: "null"], [.origin: "https://evil.example"],
        [site: "cross-site"], [site: "same-site"], [site: "cross-site", .origin: "null"],
        [site: "same-origin", .origin: "https://evil.example"], [site: "same-site", .origin: "http://localhost:8081"],
        [.origin: "http://localhost:8081.evil.example"],
      ] {
        #expect(try await browser.send(.post, "/my/file", foreign).status == .forbidden)
      }
    }
  }

  @Test func `a public department has no feed and its sessions end with their tokens`() async throws {
    try await World.run({ $0.credentials = .none }) { world in
      try await world.oneDoor.prepare()
      let token = try world.oneDoor.verify(
        accessToken: try TokenForge.accessToken {
          $0["iss"] = .string(world.provider.issuer)
          $0["iat"] = .integer(world.clock.now)
          $0["exp"] = .integer(world.clock.now + 300)
        })
      #expect(world.oneDoor.verdict(on: token) == .valid)
    }
  }
}

func eventually(ended token: AccessToken, _ world: World) async throws {
  try await eventually("the end at the department") { world.oneDoor.verdict(on: token) == .ended ? true : nil }
}
