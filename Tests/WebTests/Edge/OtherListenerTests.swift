import Glibc
import OneDoorEndpoints
import OneDoorWeb
import TestSupport
import Testing

@Suite struct OtherListenerTests {
  @Test func `the admin socket is 0600 and hands everything to the provider`() async throws {
    let folder = try TemporaryFolder("admin")
    let path = folder.path("admin.sock")
    try await RunningEdge.run(adminSocket: path) { edge async throws in
      var facts = stat()
      #expect(stat(path, &facts) == 0)
      #expect(facts.st_mode & 0o777 == 0o600)
      let connection = try await RawConnection(unixPath: path)
      try await connection.send("POST /sessions/revoke?a=b HTTP/1.1\r\nHost: admin\r\nContent-Length: 2\r\n\r\n{}")
      #expect(try await connection.readResponse().status == 200)
      #expect(edge.provider.last?.details == ["POST", "/sessions/revoke?a=b"])
      #expect(edge.provider.last?.bodyCount == 2)
      try await connection.send("DELETE /x HTTP/1.1\r\nHost: admin\r\nContent-Length: 0\r\n\r\n")
      #expect(try await connection.readResponse().status == 200)
      #expect(edge.provider.last?.details == ["DELETE", "/x"])
    }
    #expect(!folder.names().contains("admin.sock"))
  }

  @Test func `it takes 16 MiB and no more`() async throws {
    let folder = try TemporaryFolder("admin")
    let path = folder.path("admin.sock")
    try await RunningEdge.run(adminSocket: path) { edge async throws in
      let connection = try await RawConnection(unixPath: path)
      try await connection.send("POST /apply HTTP/1.1\r\nHost: admin\r\nContent-Length: 16777216\r\n\r\n")
      try await connection.send([UInt8](repeating: 0x61, count: 16_777_216), within: .seconds(60))
      #expect(try await connection.readResponse().status == 200)
      #expect(edge.provider.last?.bodyCount == 16_777_216)
      try await connection.send("POST /apply HTTP/1.1\r\nHost: admin\r\nContent-Length: 16777217\r\n\r\n")
      let over = try await connection.readToEnd(within: .seconds(5))
      #expect(over.status == 413 && over.isClosed)
    }
  }

  @Test func `metrics count by route and status, on their own listener`() async throws {
    try await RunningEdge.run { edge async throws in
      _ = try await edge.client.get(edge.url("/jwks"))
      _ = try await edge.client.get(edge.url("/jwks"))
      _ = try await edge.client.get(edge.url("/canary"))
      let base = "http://127.0.0.1:\(edge.operationsPort)"
      let text = try await edge.client.get(base + "/metrics").text
      #expect(text.contains("# TYPE onedoor_http_requests_total counter\n"))
      #expect(text.contains("onedoor_http_requests_total{route=\"jwks\",status=\"200\"} 2\n"))
      #expect(text.contains("onedoor_http_requests_total{route=\"none\",status=\"404\"} 1\n"))
      #expect(text.contains("onedoor_http_request_duration_seconds_count{route=\"jwks\"} 2\n"))
      #expect(!text.contains("canary"))
      #expect(try await edge.client.get(base + "/ready").status == 200)
      #expect(try await edge.client.get(base + "/jwks").status == 404)
      edge.provider.change { $0.isReady = false }
      #expect(try await edge.client.get(base + "/ready").status == 503)
    }
  }

  @Test func `a port that is taken stops the start`() async throws {
    try await RunningEdge.run { edge async throws in
      await #expect(throws: (any Error).self) {
        try await RunningEdge.run(configure: { $0.listen = [ListeningPoint(host: "127.0.0.1", port: edge.port)] }) {
          _ in
        }
      }
    }
  }
}
