import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import OneDoorEndpoints
import OneDoorMessages
import OneDoorWeb
import TestSupport
import Testing

@Suite struct SecureTransportTests {
  /// A certificate of its own for localhost, made by the openssl command.
  static func identity(_ folder: TemporaryFolder, _ name: String) async throws -> TLSFiles {
    let files = TLSFiles(certificate: folder.path("\(name).pem"), key: folder.path("\(name).key"))
    let arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
      "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:localhost", "-keyout", files.key, "-out",
      files.certificate,
    ]
    let result = try await CommandRunner.run("/usr/bin/openssl", arguments)
    #expect(result.exitCode == 0, "\(result.stderr)")
    return files
  }

  static func client(_ change: (inout TLSConfiguration) -> Void = { _ in }) -> HTTPClient {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.certificateVerification = .none
    change(&tls)
    return HTTPClient(
      eventLoopGroupProvider: .singleton,
      configuration: HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow))
  }

  @Test func `HTTP/2 over TLS serves pages, forms and limits`() async throws {
    let folder = try TemporaryFolder("tls")
    let files = try await Self.identity(folder, "first")
    let provider = ScriptedProvider { $0.browser = .redirect(location: "/", cookies: [.setSession("s")]) }
    let client = Self.client()
    try await RunningEdge.run(provider, configure: { $0.tls = files }, issuer: { "https://localhost:\($0)" }) {
      edge async throws in
      let base = "https://localhost:\(edge.port)"
      let jwks = try await client.execute(HTTPClientRequest(url: base + "/jwks"), timeout: .seconds(5))
      #expect(jwks.version == .http2 && jwks.status == .ok)
      #expect(jwks.headers.first(name: "strict-transport-security") == "max-age=31536000")
      let home = try await client.execute(HTTPClientRequest(url: base + "/"), timeout: .seconds(5))
      #expect(home.headers.first(name: "set-cookie") == "__Host-onedoor=s; Path=/; HttpOnly; SameSite=Lax; Secure")

      var form = HTTPClientRequest(url: base + "/token")
      form.method = .POST
      form.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
      form.body = .bytes(ByteBuffer(string: "a=b"))
      #expect(try await client.execute(form, timeout: .seconds(5)).status == .ok)
      #expect(edge.provider.last?.parameters == Parameters(["a": "b"]))
      form.body = .bytes(ByteBuffer(repeating: 0x61, count: 70_000))
      let large = try await client.execute(form, timeout: .seconds(5))
      #expect(large.status == .payloadTooLarge && large.headers.first(name: "connection") == nil)
      var many = HTTPClientRequest(url: base + "/jwks")
      for number in 0..<120 { many.headers.add(name: "x-\(number)", value: "a") }
      #expect(try await client.execute(many, timeout: .seconds(5)).status == .requestHeaderFieldsTooLarge)
      var host = HTTPClientRequest(url: base + "/jwks")
      host.headers.add(name: "host", value: "evil.example")
      #expect(try await client.execute(host, timeout: .seconds(5)).status != .ok)
    }
    try await client.shutdown()
  }

  @Test func `TLS 1.1 is refused and 1.2 is not`() async throws {
    let folder = try TemporaryFolder("tls")
    let files = try await Self.identity(folder, "first")
    try await RunningEdge.run(configure: { $0.tls = files }, issuer: { "https://localhost:\($0)" }) {
      edge async throws in
      let request = HTTPClientRequest(url: "https://localhost:\(edge.port)/jwks")
      let old = Self.client { ($0.minimumTLSVersion, $0.maximumTLSVersion) = (.tlsv1, .tlsv11) }
      await #expect(throws: (any Error).self) { try await old.execute(request, timeout: .seconds(5)) }
      try await old.shutdown()
      let twelve = Self.client { $0.maximumTLSVersion = .tlsv12 }
      #expect(try await twelve.execute(request, timeout: .seconds(5)).status == .ok)
      try await twelve.shutdown()
    }
  }

  @Test func `a new certificate is taken while running, and one that is none leaves the old`() async throws {
    let folder = try TemporaryFolder("tls")
    let (first, second) = (try await Self.identity(folder, "first"), try await Self.identity(folder, "second"))
    try await RunningEdge.run(configure: { $0.tls = first }, issuer: { "https://localhost:\($0)" }) {
      edge async throws in
      func subject() async throws -> String {
        let arguments = ["s_client", "-connect", "127.0.0.1:\(edge.port)", "-servername", "localhost"]
        return try await CommandRunner.run("/usr/bin/openssl", arguments).stdout
      }
      #expect(try await subject().contains("CN = first"))
      #expect(throws: (any Error).self) {
        try edge.server.reload(tls: TLSFiles(certificate: first.certificate, key: second.key))
      }
      #expect(try await subject().contains("CN = first"))
      try edge.server.reload(tls: second)
      #expect(try await subject().contains("CN = second"))
    }
  }

  @Test func `a handshake that never comes ends`() async throws {
    let folder = try TemporaryFolder("tls")
    let files = try await Self.identity(folder, "first")
    try await RunningEdge.run(
      limits: { $0.headTime = .milliseconds(300) }, configure: { $0.tls = files },
      issuer: { "https://localhost:\($0)" }
    ) { edge async throws in
      let connection = try await edge.connect()
      #expect(try await connection.readToEnd(within: .seconds(8)).isClosed)
    }
  }

  @Test func `a certificate and a key that do not belong together stop the start`() async throws {
    let folder = try TemporaryFolder("tls")
    let (first, second) = (try await Self.identity(folder, "first"), try await Self.identity(folder, "second"))
    await #expect(throws: (any Error).self) {
      try await RunningEdge.run(
        configure: { $0.tls = TLSFiles(certificate: first.certificate, key: second.key) },
        issuer: { "https://localhost:\($0)" }
      ) { _ in }
    }
  }
}
