import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import OneDoorWeb
import TestSupport
import Testing

/// What one connection of HTTP/2 can ask of a server without asking for anything (CVE-2023-44487 and its kin). Each time
/// the connection ends, and the next visitor is served.
@Suite struct HTTP2AbuseTests {
  enum Abuse: String, CaseIterable {
    case rapidReset, continuationFlood, unreadPings, framesOfNothing, framesThatAreNone, endlessHeaders
  }

  static func frames(_ abuse: Abuse, host: String) -> [[UInt8]] {
    let start = HTTP2Frames.preface
    switch abuse {
    case .rapidReset:
      return [start]
        + (0..<100).map { turn in
          (0..<50).flatMap { number in
            let stream = UInt32(turn * 50 + number) * 2 + 1
            return HTTP2Frames.request(stream, host: host) + HTTP2Frames.reset(stream)
          }
        }
    case .continuationFlood:
      let more = HTTP2Frames.frame(9, stream: 1, Array(repeating: 0x00, count: 64))
      return [start + HTTP2Frames.request(1, host: host, flags: 1)]
        + Array(repeating: Array(repeating: more, count: 50).flatMap(\.self), count: 50)
    case .unreadPings:
      let pings = Array(repeating: HTTP2Frames.frame(6, [1, 2, 3, 4, 5, 6, 7, 8]), count: 1000).flatMap(\.self)
      return [start] + Array(repeating: pings, count: 50) + [HTTP2Frames.frame(0, stream: 7, [1])]
    case .framesOfNothing:
      let nothing = Array(repeating: HTTP2Frames.frame(0, stream: 1), count: 500).flatMap(\.self)
      return [start + HTTP2Frames.request(1, host: host, flags: 4)] + Array(repeating: nothing, count: 10)
    case .framesThatAreNone:
      return [start + [0xFF, 0xFF, 0xFF, 0x01, 0x05, 0xFF, 0xFF, 0xFF, 0xFF], Array(repeating: 0xAA, count: 70_000)]
    case .endlessHeaders:
      let field: [UInt8] = [0x00, 0x01, 0x61, 0x7F, 0x81, 0x7E] + Array(repeating: 0x62, count: 16_384)
      let first = HTTP2Frames.frame(1, flags: 1, stream: 1, Array(field.prefix(16_000)))
      return [start + first] + (0..<8).map { _ in HTTP2Frames.frame(9, stream: 1, Array(field.suffix(16_000))) }
    }
  }

  @Test(arguments: Abuse.allCases)
  func `the connection ends and the next visitor is served, CVE-2023-44487`(_ abuse: Abuse) async throws {
    let folder = try TemporaryFolder("abuse")
    let files = try await SecureTransportTests.identity(folder, "first")
    let client = SecureTransportTests.client()
    try await RunningEdge.run(configure: { $0.tls = files }, issuer: { "https://localhost:\($0)" }) {
      edge async throws in
      let attack = HTTP2Attack(port: edge.port)
      #expect(try await attack.send(Self.frames(abuse, host: edge.host)))
      #expect(edge.provider.calls.count <= 1_000)
      let next = try await client.execute(
        HTTPClientRequest(url: "https://localhost:\(edge.port)/jwks"), timeout: .seconds(5))
      #expect(next.status == .ok)
    }
    try await client.shutdown()
  }
}
