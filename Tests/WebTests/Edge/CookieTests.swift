import OneDoorEndpoints
import OneDoorWeb
import TestSupport
import Testing

@Suite struct CookieTests {
  static let changes: [CookieChange] = [.setSession("s1"), .setBrowser("b1"), .setDevice("d1")]

  @Test func `on loopback http a cookie has neither prefix nor Secure`() async throws {
    let provider = ScriptedProvider { $0.browser = .redirect(location: "/", cookies: Self.changes) }
    try await RunningEdge.run(provider) { edge async throws in
      #expect(
        try await edge.client.get(edge.url("/")).all("set-cookie") == [
          "onedoor=s1; Path=/; HttpOnly; SameSite=Lax",
          "onedoor-browser=b1; Path=/; HttpOnly; SameSite=Lax",
          "onedoor-device=d1; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000",
        ])
      provider.change { $0.browser = .redirect(location: "/", cookies: [.clearSession]) }
      #expect(
        try await edge.client.get(edge.url("/")).all("set-cookie") == [
          "onedoor=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
        ])
    }
  }

  @Test func `on https it has both`() async throws {
    let provider = ScriptedProvider { $0.browser = .redirect(location: "/", cookies: [.setSession("s1")]) }
    try await RunningEdge.run(provider, issuer: { _ in "https://id.example" }) { edge async throws in
      let reply = try await edge.raw(
        "GET / HTTP/1.1\r\nHost: id.example\r\nCookie: __Host-onedoor=v; onedoor=planted\r\nConnection: close\r\n\r\n")
      #expect(reply.text.contains("__Host-onedoor=s1; Path=/; HttpOnly; SameSite=Lax; Secure\r\n"))
      #expect(provider.last?.origin?.sessionCookie == "v")
    }
  }

  @Test(
    arguments: [
      ("onedoor=a", "a"), ("x=1; onedoor=a ;y=2", "a"), ("onedoor=a=b", "a=b"), ("onedoor=a; onedoor=a", nil),
      ("onedoor=a; onedoor=b", nil), ("onedoor=", nil), ("onedoor", nil), ("ONEDOOR=a", nil), ("xonedoor=a", nil),
      ("onedoor-browser=a", nil), (";;;=;onedoor=a;;", "a"), ("__Host-onedoor=a", nil),
    ] as [(String, String?)])
  func `a cookie is read when it came once`(field: String, value: String?) async throws {
    try await RunningEdge.run { edge async throws in
      _ = try await edge.client.get(edge.url("/"), headers: [("cookie", field)])
      #expect(edge.provider.last?.origin?.sessionCookie == value)
    }
  }

  @Test func `the same name in two fields came twice, and a huge value is none`() async throws {
    try await RunningEdge.run { edge async throws in
      _ = try await edge.client.get(edge.url("/"), headers: [("cookie", "onedoor=a"), ("cookie", "onedoor=b")])
      #expect(edge.provider.last?.origin?.sessionCookie == nil)
      let huge = String(repeating: "a", count: 5000)
      _ = try await edge.client.get(edge.url("/"), headers: [("cookie", "onedoor=\(huge); onedoor-browser=b")])
      #expect(edge.provider.last?.origin == RequestOrigin(browserCookie: "b"))
    }
  }
}
