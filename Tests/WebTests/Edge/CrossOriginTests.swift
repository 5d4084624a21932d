import HTTPTypes
import OneDoorWeb
import TestSupport
import Testing

@Suite struct CrossOriginTests {
  static let origins = ["https://app.example", "https://evil.example", "null", "https://app.example.evil.example"]

  @Test func `who may read what is as the table says, and an origin is never echoed`() async throws {
    try await RunningEdge.run { edge async throws in
      for route in Routes.provider {
        for origin in Self.origins {
          let method = route.methods.first?.rawValue ?? "GET"
          let reply = try await edge.client.send(method, edge.url(route.path), headers: [("origin", origin)])
          let expected: String? =
            switch route.crossOrigin {
            case .anyone: "*"
            case .publicDepartments: origin == "https://app.example" ? origin : nil
            case .none: nil
            }
          #expect(reply.header("access-control-allow-origin") == expected, "\(route.path) \(origin)")
          #expect(reply.header("access-control-allow-credentials") == nil)
          if route.crossOrigin == .publicDepartments { #expect(reply.header("vary") == "Origin") }
        }
      }
    }
  }

  @Test func `a browser that asks first is told, where the origin is registered`() async throws {
    try await RunningEdge.run { edge async throws in
      let ask = [("origin", "https://app.example"), ("access-control-request-method", "POST")]
      let reply = try await edge.client.send("OPTIONS", edge.url("/token"), headers: ask)
      #expect(reply.status == 204)
      #expect(reply.header("access-control-allow-origin") == "https://app.example")
      #expect(reply.header("access-control-allow-methods") == "POST")
      #expect(reply.header("access-control-allow-headers") == "Authorization, Content-Type")
      let evil = [("origin", "https://evil.example"), ("access-control-request-method", "POST")]
      let refused = try await edge.client.send("OPTIONS", edge.url("/token"), headers: evil)
      #expect(!refused.headers.contains { $0.name.lowercased().hasPrefix("access-control-") })
      #expect(
        try await edge.client.send("OPTIONS", edge.url("/jwks"), headers: evil).header("access-control-allow-origin")
          == "*")
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test func `two origins are none`() async throws {
    try await RunningEdge.run { edge async throws in
      let twice = [("origin", "https://app.example"), ("origin", "https://app.example")]
      let reply = try await edge.client.post(edge.url("/token"), form: [], headers: twice)
      #expect(reply.header("access-control-allow-origin") == nil)
    }
  }

  @Test func `a refused request of a registered origin can be read by it`() async throws {
    try await RunningEdge.run { edge async throws in
      let reply = try await edge.client.send(
        "POST", edge.url("/token"), headers: [("origin", "https://app.example"), ("content-type", "text/plain")],
        body: [1])
      #expect(reply.status == 400)
      #expect(reply.header("access-control-allow-origin") == "https://app.example")
    }
  }
}
