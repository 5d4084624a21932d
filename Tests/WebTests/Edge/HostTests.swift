import OneDoorWeb
import TestSupport
import Testing

@Suite struct HostTests {
  @Test func `another name is sent to the issuer with the same target`() async throws {
    try await RunningEdge.run { edge async throws in
      for name in ["127.0.0.1:\(edge.port)", "evil.example", "localhost", "LOCALHOST.:\(edge.port)"] {
        let reply = try await edge.raw(
          "GET /authorize?client_id=a&state=%20 HTTP/1.1\r\nHost: \(name)\r\nConnection: close\r\n\r\n")
        #expect(reply.status == 308, "\(name)")
        #expect(reply.text.contains("\(edge.origin)/authorize?client_id=a&state=%20\r\n"))
      }
      let post = try await edge.raw(
        "POST /token HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
      #expect(post.status == 308)
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test func `the issuer's name passes in any case`() async throws {
    try await RunningEdge.run { edge async throws in
      let reply = try await edge.raw(
        "GET /jwks HTTP/1.1\r\nHost: LocalHost:\(edge.port)\r\nConnection: close\r\n\r\n")
      #expect(reply.status == 200)
    }
  }

  @Test func `a balancer may ask by address whether we are well`() async throws {
    try await RunningEdge.run { edge async throws in
      edge.provider.change { $0.isReady = false }
      for (path, status) in [("/health/live", 200), ("/health/ready", 503)] {
        let reply = try await edge.raw(
          "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(edge.port)\r\nConnection: close\r\n\r\n")
        #expect(reply.status == status)
      }
    }
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: @HOST\r\nHost: @HOST\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: @HOST\r\nHost: evil.example\r\n\r\n",
    "GET / HTTP/1.1\r\nHost:\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: user@localhost\r\n\r\n",
    "GET http://evil.example/ HTTP/1.1\r\nHost: @HOST\r\n\r\n",
    "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "GET http://@HOST/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "GET http://@HOST@evil.example/ HTTP/1.1\r\nHost: @HOST\r\n\r\n",
    "GET evil.example HTTP/1.1\r\nHost: @HOST\r\n\r\n",
    "GET foo:/ HTTP/1.1\r\nHost: @HOST\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: @HOST\r\n\r\n",
    "CONNECT @HOST HTTP/1.1\r\nHost: @HOST\r\n\r\n",
  ])
  func `a request that names no host, several, or another in its target is refused and closed`(
    shape: String
  ) async throws {
    try await RunningEdge.run { edge async throws in
      let text = shape.split(separator: "@HOST", omittingEmptySubsequences: false).joined(separator: edge.host)
      let reply = try await edge.raw(text)
      #expect(reply.status == 400, "\(reply.text)")
      #expect(reply.isClosed)
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test func `an absolute target that names us is our path`() async throws {
    try await RunningEdge.run { edge async throws in
      let reply = try await edge.raw(
        "GET \(edge.origin)/jwks?a=b HTTP/1.1\r\nHost: \(edge.host)\r\nConnection: close\r\n\r\n")
      #expect(reply.status == 200)
    }
  }

  @Test func `what a request says about forwarding changes nothing`() async throws {
    try await RunningEdge.run { edge async throws in
      let forged = [
        ("x-forwarded-host", "evil.example"), ("x-forwarded-proto", "https"), ("forwarded", "host=evil.example"),
        ("x-forwarded-for", "203.0.113.9"), ("x-original-url", "/token"), ("x-http-method-override", "POST"),
      ]
      let plain = try await edge.client.get(edge.url("/"))
      let reply = try await edge.client.get(edge.url("/"), headers: forged)
      #expect(reply.headers.map(\.value) == plain.headers.map(\.value))
      #expect(!edge.log.lines.contains { $0.contains("203.0.113.9") || $0.contains("evil") })
    }
  }

  @Test func `a trusted proxy is believed about the client's address`() async throws {
    try await RunningEdge.run(configure: { $0.trustedProxies = ["127.0.0.0/8", "::1"].compactMap(AddressRange.init) }) {
      edge async throws in
      let chain = ("x-forwarded-for", "198.51.100.1, 203.0.113.9, 127.0.0.2")
      _ = try await edge.client.get(edge.url("/health/live"), headers: [chain])
      #expect(edge.log.lines.contains { $0.contains("client=203.0.113.9") })
      edge.server.reload(trustedProxies: [])
      _ = try await edge.client.get(edge.url("/health/ready"), headers: [chain])
      #expect(edge.log.lines.contains { $0.contains("route=ready") && !$0.contains("203.0.113.9") })
    }
  }

  @Test func `addresses are in a range by their leading bits`() throws {
    let range = try #require(AddressRange("10.1.2.0/23"))
    #expect(range.contains("10.1.3.255") && range.contains("::ffff:10.1.2.1"))
    #expect(!range.contains("10.1.4.0") && !range.contains("::1") && !range.contains("x"))
    #expect(AddressRange("fd00::/8")?.contains("fdff::1") == true)
    for wrong in ["10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0", "", "a/8", "::1/129", "10.0.0.0/8/8"] {
      #expect(AddressRange(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `an issuer is a scheme, a host and perhaps a path`() {
    #expect(IssuerAddress("https://id.example/one")?.pathPrefix == "/one")
    #expect(IssuerAddress("https://id.example/")?.origin == "https://id.example")
    for wrong in [
      "id.example", "ftp://id.example", "https://", "https://a@b", "https://a?b", "https://a#b", "https://a b",
    ] {
      #expect(IssuerAddress(wrong) == nil, "\(wrong)")
    }
  }
}
