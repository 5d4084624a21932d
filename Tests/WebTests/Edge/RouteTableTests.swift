import HTTPTypes
import OneDoorMessages
import OneDoorWeb
import TestSupport
import Testing

@Suite struct RouteTableTests {
  @Test func `every endpoint of the contract has one route, and nothing else has one`() {
    let paths = Routes.provider.map(\.path)
    let files = [StyleSheet.path, Icon.path, Icon.usualPath, SubmitScript.path]
    #expect(Set(paths) == Set(EndpointPath.allCases.map(\.rawValue) + files))
    #expect(paths.count == Set(paths).count)
  }

  /// The list that SECURITY and the documentation describe; a new route must be written down here too.
  @Test func `the table is the documented list`() {
    let rows = Routes.provider.filter { $0.kind != .asset }.map { route in
      "\(route.path) \(route.methods.map(\.rawValue).joined(separator: ",")) \(route.kind) \(route.crossOrigin)"
    }
    #expect(
      rows == [
        "/.well-known/openid-configuration GET document anyone",
        "/.well-known/oauth-authorization-server GET document anyone",
        "/jwks GET document anyone",
        "/authorize GET,POST page none",
        "/token POST api publicDepartments",
        "/userinfo GET,POST api publicDepartments",
        "/introspect POST api none",
        "/revoke POST api none",
        "/end_session GET,POST page none",
        "/revocation/stream GET feed none",
        "/revocation/snapshot GET api none",
        "/health/live GET api none",
        "/health/ready GET api none",
        "/login GET,POST page none",
        "/login/password GET,POST page none",
        "/continue GET,POST page none",
        "/signout POST page none",
        "/account/password GET,POST page none",
        "/ GET page none",
        "/favicon.ico GET document none",
      ])
  }

  @Test func `administration is not in it`() async throws {
    try await RunningEdge.run { edge async throws in
      for path in ["/admin", "/sessions", "/metrics", "/ready"] {
        #expect(try await edge.client.get(edge.url(path)).status == 404)
      }
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test func `a path is its exact bytes`() async throws {
    try await RunningEdge.run { edge async throws in
      let spellings = [
        "//jwks", "/jwks/", "/JWKS", "/%6awks", "/./jwks", "/x/../jwks", "/jwks;a", "/jwks%3f", "/\u{212A}eys",
      ]
      for path in spellings {
        let reply = try await edge.raw("GET \(path) HTTP/1.1\r\nHost: \(edge.host)\r\nConnection: close\r\n\r\n")
        #expect([400, 404].contains(reply.status), "\(path)")
      }
      #expect(try await edge.client.get(edge.url("/jwks?anything")).status == 200)
    }
  }

  @Test func `a wrong method is told the right ones`() async throws {
    try await RunningEdge.run { edge async throws in
      for route in Routes.provider {
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
          guard !route.allowed.contains(where: { $0.rawValue == method }) else { continue }
          let reply = try await edge.client.send(method, edge.url(route.path))
          #expect(reply.status == 405, "\(method) \(route.path)")
          #expect(reply.header("allow") == route.allowed.map(\.rawValue).joined(separator: ", "))
        }
      }
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test func `HEAD has the fields of GET and no body`() async throws {
    try await RunningEdge.run { edge async throws in
      for path in [
        "/jwks", "/", "/userinfo", StyleSheet.path, SubmitScript.path, "/.well-known/openid-configuration",
        "/health/live",
      ] {
        let get = try await edge.client.get(edge.url(path))
        let head = try await edge.client.send("HEAD", edge.url(path))
        #expect(head.status == get.status)
        #expect(head.bytes.isEmpty)
        #expect(head.headers.map(\.name) == get.headers.map(\.name))
        #expect(head.header("content-length") == get.header("content-length"))
      }
    }
  }
}
