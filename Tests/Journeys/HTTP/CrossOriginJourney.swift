import OneDoorJOSE
import TestSupport
import Testing

/// Which other pages' scripts may read what (Fetch, CORS protocol).
@Suite struct CrossOriginJourney {
  private static let hostile = [
    "https://evil.example", "null", "https://spa.example.evil.example", "https://evilspa.example", "http://spa.example",
    "https://spa.example:8443", "https://SPA.example", "https://spa.example/", "https://housing.example", "*",
    "https://spa.example, https://evil.example", "https://spa.example\u{0301}", "",
  ]

  @Test func `CVE-2024-41657, CVE-2026-29191: no origin is echoed but a registered one`() async throws {
    let world = try await World.shared()
    let all = [
      "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server", "/jwks", "/authorize", "/token",
      "/userinfo", "/introspect", "/revoke", "/end_session", "/revocation/snapshot", "/login?j=x", "/continue?j=x",
      "/signout", "/", "/nothing",
    ]
    for path in all {
      for origin in Self.hostile where origin.utf8.allSatisfy({ $0 < 0x80 }) {
        for method in ["GET", "POST", "OPTIONS"] {
          let answer = try await world.http.send(
            method, world.issuer + path,
            headers: [("origin", origin), ("access-control-request-method", "POST")])
          let allowed = answer.header("access-control-allow-origin")
          let isPublic = path.contains("well-known") || path == "/jwks"
          let expected: String? = isPublic && answer.status != 405 ? "*" : nil
          #expect(allowed == expected, "\(method) \(path) from \(origin)")
          #expect(answer.header("access-control-allow-credentials") == nil)
        }
      }
    }
  }

  @Test func `a public department's page may call token and userinfo, and nothing else`() async throws {
    let world = try await World.shared()
    let origin = ("origin", Registry.scriptOrigin)
    for path in ["/token", "/userinfo"] {
      let asked = try await world.http.send(
        "OPTIONS", world.issuer + path, headers: [origin, ("access-control-request-method", "POST")])
      #expect(asked.status == 204)
      #expect(asked.header("access-control-allow-origin") == Registry.scriptOrigin)
      #expect(asked.header("access-control-allow-methods")?.contains("POST") == true)
      #expect(asked.header("access-control-allow-headers")?.contains("Authorization") == true)
      #expect(asked.header("vary")?.contains("Origin") == true)
      let refused = try await world.http.post(world.issuer + path, form: [], headers: [origin])
      #expect(refused.status >= 400)
      #expect(refused.header("access-control-allow-origin") == Registry.scriptOrigin)
    }
    for path in ["/authorize", "/introspect", "/revoke", "/end_session", "/login", "/revocation/snapshot"] {
      let asked = try await world.http.send(
        "OPTIONS", world.issuer + path, headers: [origin, ("access-control-request-method", "POST")])
      #expect(asked.status == 405 && asked.header("access-control-allow-origin") == nil, "\(path)")
    }
  }
}
