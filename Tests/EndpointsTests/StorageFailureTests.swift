import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import Testing

/// Storage that fails is 503 with Retry-After, at every endpoint and at every call that it makes; never a false 200
/// (CVE-2020-15223).
@Suite struct StorageFailureTests {
  /// How an answer looks to the asker.
  struct Seen: Sendable {
    let status: Int
    let retryAfter: Int?
    let isPromise: Bool
  }

  struct Endpoint: Sendable, CustomTestStringConvertible {
    let name: String
    /// What is done beforehand, with storage in order, and the request itself.
    let prepare: @Sendable (World) async throws -> @Sendable () async throws -> Seen
    var testDescription: String { name }
  }

  static let endpoints: [Endpoint] =
    [
      browserEndpoint("authorize with a session") { world, guest in
        { await world.provider.authorize(world.request(.business), guest.browser.origin) }
      },
      browserEndpoint("sign-in page") { world, guest in
        var browser = guest.browser
        let journey = try await world.begin(.business, in: &browser, ["prompt": "login"])
        let origin = browser.origin
        return { await world.provider.showLogin(journey: journey, origin) }
      },
      browserEndpoint("sign in") { world, guest in
        var browser = guest.browser
        let journey = try await world.begin(.business, in: &browser, ["prompt": "login"])
        let origin = browser.origin
        return {
          await world.provider.submitLogin(
            journey: journey, username: Citizen.liNa.rawValue, password: Citizen.liNa.password, origin)
        }
      },
      browserEndpoint("a wrong password") { world, guest in
        var browser = guest.browser
        let journey = try await world.begin(.business, in: &browser, ["prompt": "login"])
        let origin = browser.origin
        return {
          await world.provider.submitLogin(
            journey: journey, username: Citizen.liNa.rawValue, password: "wrong password", origin)
        }
      },
      browserEndpoint("an unknown name") { world, guest in
        var browser = guest.browser
        let journey = try await world.begin(.business, in: &browser, ["prompt": "login"])
        let origin = browser.origin
        return { await world.provider.submitLogin(journey: journey, username: "nobody", password: "wrong", origin) }
      },
      browserEndpoint("continue page") { world, guest in
        let journey = await world.provider.authorize(
          world.request(.business, ["prompt": "consent"]), guest.browser.origin)["j"]
        return { await world.provider.showContinue(journey: journey, guest.browser.origin) }
      },
      browserEndpoint("continue") { world, guest in
        let journey = await world.provider.authorize(
          world.request(.business, ["prompt": "consent"]), guest.browser.origin)["j"]
        return { await world.provider.submitContinue(journey: journey, another: false, guest.browser.origin) }
      },
      browserEndpoint("end_session") { world, guest in
        { await world.provider.endSession(form([("id_token_hint", guest.tokens.idToken)]), guest.browser.origin) }
      },
      browserEndpoint("sign out") { world, guest in
        let page = await world.provider.home(guest.browser.origin)
        return {
          await world.provider.confirmSignOut(
            journey: page.home?.signOutJourney, departmentOnly: false, guest.browser.origin)
        }
      },
      browserEndpoint("home") { world, guest in { await world.provider.home(guest.browser.origin) } },
      apiEndpoint("redeem") { world, guest in
        var browser = guest.browser
        let code = try await world.hop(to: .housing, in: &browser)
        return { try await world.redeem(code, by: .housing) }
      },
      apiEndpoint("a code presented wrongly") { world, guest in
        var browser = guest.browser
        let code = try await world.hop(to: .housing, in: &browser)
        return { try await world.redeem(code, by: .business) }
      },
      apiEndpoint("refresh") { world, guest in
        world.clock.move(.minutes(6))
        return { try await world.refresh(guest.tokens.refreshToken, by: .housing) }
      },
      apiEndpoint("rotating refresh") { world, _ in
        let token = try await world.guest(.liNa, at: .portal).tokens.refreshToken
        return { try await world.refresh(token, by: .portal) }
      },
      apiEndpoint("a leaked refresh token") { world, guest in
        { try await world.refresh(guest.tokens.refreshToken, by: .business) }
      },
      apiEndpoint("client_credentials by assertion") { world, _ in
        let pairs = try world.assertionPairs(world.assertion()) + [("token", "x")]
        return { await world.provider.introspect(form(pairs), authorization: nil) }
      },
      apiEndpoint("introspect an access token") { world, guest in
        { try await world.introspect(guest.tokens.accessToken, by: .housing) }
      },
      apiEndpoint("introspect a refresh token") { world, guest in
        { try await world.introspect(guest.tokens.refreshToken, by: .housing) }
      },
      apiEndpoint("introspect a department's token") { world, _ in
        let token = try await world.ownToken(.housing)
        return { try await world.introspect(token, by: .housing) }
      },
      apiEndpoint("revoke a refresh token") { world, guest in
        { try await world.revoke(guest.tokens.refreshToken, by: .housing) }
      },
      apiEndpoint("revoke an access token") { world, guest in
        { try await world.revoke(guest.tokens.accessToken, by: .housing) }
      },
      apiEndpoint("userinfo") { world, guest in { await world.userinfo(guest.tokens.accessToken) } },
      apiEndpoint("revocation snapshot") { world, _ in
        let token = try await world.ownToken(.housing, scope: "revocation")
        return { await world.provider.revocationSnapshot(authorization: "Bearer \(token)", ifNoneMatch: nil) }
      },
      apiEndpoint("revocation stream") { world, _ in
        let token = try await world.ownToken(.housing, scope: "revocation")
        return {
          switch await world.provider.revocationStream(authorization: "Bearer \(token)") {
          case .open: APIReply(status: 200)
          case .refused(let reply): reply
          }
        }
      },
    ]

  typealias Guest = (browser: TestBrowser, tokens: TokenResponse)

  private static func browserEndpoint(
    _ name: String,
    _ prepare: @escaping @Sendable (World, Guest) async throws -> @Sendable () async throws -> BrowserOutcome
  ) -> Endpoint {
    Endpoint(name: name) { world in
      let request = try await prepare(world, try await world.guest())
      return {
        let outcome = try await request()
        let isUnavailable = outcome.refusal == .unavailable
        return Seen(status: outcome.status, retryAfter: outcome.retryAfter, isPromise: !isUnavailable)
      }
    }
  }

  private static func apiEndpoint(
    _ name: String,
    _ prepare: @escaping @Sendable (World, Guest) async throws -> @Sendable () async throws -> APIReply
  ) -> Endpoint {
    Endpoint(name: name) { world in
      let request = try await prepare(world, try await world.guest())
      return {
        let reply = try await request()
        return Seen(status: reply.status, retryAfter: reply.retryAfter, isPromise: reply.refusal != .unavailable)
      }
    }
  }

  @Test(arguments: endpoints, [true, false])
  func `whichever call to storage fails, the answer is 503 with Retry-After`(
    endpoint: Endpoint, keepsFailing: Bool
  ) async throws {
    for number in 0..<20 {
      let world = try await World()
      let request = try await endpoint.prepare(world)
      world.store.fail(at: number, keepsFailing: keepsFailing)
      let seen = try await request()
      guard world.store.heal() else {
        #expect(number > 0, "\(endpoint.name) never asks storage")
        return
      }
      #expect(seen.status == 503, "\(endpoint.name), call \(number)")
      #expect(seen.retryAfter.map { $0 > 0 } == true, "\(endpoint.name), call \(number)")
      #expect(!seen.isPromise, "\(endpoint.name), call \(number)")
    }
    Issue.record("\(endpoint.name) asks storage more than twenty times")
  }

  @Test func `a provider whose storage fails is not ready`() async throws {
    let world = try await World()
    #expect(await world.provider.ready())
    world.store.fail(at: 0)
    #expect(await !world.provider.ready())
  }

  @Test func `a revocation that failed is carried out when it is asked for again`() async throws {
    let world = try await World()
    let guest = try await world.guest()
    world.store.fail(at: 1)
    #expect(try await world.revoke(guest.tokens.refreshToken, by: .housing).status == 503)
    world.store.heal()
    #expect(try await world.isLive(guest.tokens, at: .housing))
    #expect(try await world.revoke(guest.tokens.refreshToken, by: .housing).status == 200)
    #expect(try await !world.isLive(guest.tokens, at: .housing))
  }
}
