import OneDoorMessages
import OneDoorWeb
import TestSupport
import Testing

/// Shapes that two HTTP programs in a row read in two ways (RFC 9112 §11.2).
@Suite struct SmugglingTests {
  @Test(arguments: [
    "POST /token HTTP/1.1\r\nHost: @\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\na=bc",
    "POST /token HTTP/1.1\r\nHost: @\r\nContent-Length: -1\r\n\r\n",
    "POST /token HTTP/1.1\r\nHost: @\r\nContent-Length: 3, 3\r\n\r\na=b",
    "POST /token HTTP/1.1\r\nHost: @\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /token HTTP/1.1\r\nHost: @\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "GET /jwks HTTP/1.1\nHost: @\n\n",
    "GET /jwks HTTP/1.1\r\nHost: @\r\n folded: a\r\n\r\n",
    "GET /jwks HTTP/1.1\r\nHost : @\r\n\r\n",
    "GET /jwks HTTP/1.1\r\nHost: @\r\nA\u{0}: b\r\n\r\n",
    "GET /jw ks HTTP/1.1\r\nHost: @\r\n\r\n",
    "G\u{1}T /jwks HTTP/1.1\r\nHost: @\r\n\r\n",
    "HELLO /jwks HTTP/1.1\r\nHost: @\r\n\r\n",
    "GET /jwks HTTP/9.9\r\nHost: @\r\n\r\n",
    "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  ])
  func `what is no HTTP is refused and the connection ends`(shape: String) async throws {
    try await RunningEdge.run { edge async throws in
      let text = shape.split(separator: "@", omittingEmptySubsequences: false).joined(separator: edge.host)
      let reply = try await edge.raw(text)
      #expect(reply.status == 400, "\(reply.text)")
      #expect(reply.isClosed)
      #expect(reply.text.contains("HTTP/1.1 ") && !reply.text.dropFirst(5).contains("HTTP/1.1 "))
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test func `a request hidden in a refused one is not served`() async throws {
    try await RunningEdge.run { edge async throws in
      let hidden = "POST /revoke HTTP/1.1\r\nHost: \(edge.host)\r\nContent-Length: 0\r\n\r\n"
      let reply = try await edge.raw(
        "POST /token HTTP/1.1\r\nHost: \(edge.host)\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
          + hidden)
      #expect(reply.status == 400 && reply.isClosed)
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test(arguments: ["gzip, chunked", "chunked, chunked", "identity", "Gzip", "xchunked"])
  func `a coding that we do not know is refused, and the connection ends`(coding: String) async throws {
    try await RunningEdge.run { edge async throws in
      let reply = try await edge.raw(
        "POST /token HTTP/1.1\r\nHost: \(edge.host)\r\nTransfer-Encoding: \(coding)\r\n\r\n0\r\n\r\n"
          + "GET /health/live HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n")
      #expect(reply.status == 501 || reply.status == 400)
      #expect(reply.isClosed && reply.text.split(separator: "HTTP/1.1 ").count == 1)
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test func `chunks are no framing of HTTP 1.0`() async throws {
    try await RunningEdge.run { edge async throws in
      let reply = try await edge.raw(
        "POST /token HTTP/1.0\r\nHost: \(edge.host)\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
      #expect(reply.status == 400 && reply.isClosed)
      #expect(reply.text.split(separator: "HTTP/1.1 ").count == 1)
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test(arguments: ["close", "Close", "close, x", "x, close"])
  func `what follows the last request is not answered`(word: String) async throws {
    try await RunningEdge.run { edge async throws in
      let last = "GET /jwks HTTP/1.1\r\nHost: \(edge.host)\r\nConnection: \(word)\r\n\r\n"
      let reply = try await edge.raw(last + "GET /health/live HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n")
      #expect(reply.status == 200 && reply.isClosed)
      #expect(reply.text.split(separator: "HTTP/1.1 ").count == 1, "\(reply.text)")
    }
  }

  @Test func `pipelined answers keep their order, and a refusal comes last`() async throws {
    try await RunningEdge.run { edge async throws in
      let live = "GET /health/live HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n"
      let reply = try await edge.raw(
        live + "GET /jwks HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n"
          + "GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n"
          + live)
      let statuses = reply.text.split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
      #expect(statuses == ["200", "200", "400"])
      #expect(reply.isClosed)
    }
  }

  @Test func `nothing after a request that said close is served`() async throws {
    try await RunningEdge.run { edge async throws in
      let reply = try await edge.raw(
        "GET /health/live HTTP/1.1\r\nHost: \(edge.host)\r\nConnection: close\r\n\r\n"
          + "POST /token HTTP/1.1\r\nHost: \(edge.host)\r\nContent-Length: 0\r\n\r\n")
      #expect(reply.isClosed && reply.text.lowercased().contains("connection: close"))
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test func `HTTP 1.0 is answered and closed`() async throws {
    try await RunningEdge.run { edge async throws in
      let reply = try await edge.raw("GET /health/live HTTP/1.0\r\nHost: \(edge.host)\r\n\r\n")
      #expect(reply.status == 200 && reply.isClosed)
    }
  }

  @Test func `a body that ends early is never taken for a whole one`() async throws {
    try await RunningEdge.run { edge async throws in
      let head = "POST /token HTTP/1.1\r\nHost: \(edge.host)\r\nContent-Type: application/x-www-form-urlencoded\r\n"
      for rest in ["Content-Length: 20\r\n\r\na=b", "Transfer-Encoding: chunked\r\n\r\n3\r\na=b\r\n"] {
        let connection = try await edge.connect()
        try await connection.send(head + rest)
        connection.finishSending()
        let reply = try await connection.readToEnd(within: .seconds(5))
        #expect(reply.isClosed && reply.status != 200)
      }
      let broken = try await edge.raw(head + "Transfer-Encoding: chunked\r\n\r\n3\r\na=b\r\nzz\r\n")
      #expect(broken.status == 400 && broken.isClosed)
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test func `an upgrade is not taken up`() async throws {
    try await RunningEdge.run { edge async throws in
      for kind in ["websocket", "h2c"] {
        let connection = try await edge.connect()
        try await connection.send(
          "GET /jwks HTTP/1.1\r\nHost: \(edge.host)\r\nConnection: Upgrade\r\nUpgrade: \(kind)\r\n\r\n")
        #expect(try await connection.readResponse().status == 200)
      }
    }
  }

  @Test func `a chunked form is a form`() async throws {
    try await RunningEdge.run { edge async throws in
      let reply = try await edge.raw(
        "POST /token HTTP/1.1\r\nHost: \(edge.host)\r\nContent-Type: application/x-www-form-urlencoded\r\n"
          + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\na=\r\n1\r\nb\r\n0\r\n\r\n")
      #expect(reply.status == 200)
      #expect(edge.provider.last?.parameters == Parameters(["a": "b"]))
    }
  }
}
