import OneDoorEndpoints
import OneDoorWeb
import Synchronization
import TestSupport
import Testing

@Suite struct StreamTests {
  static func event(_ number: Int) -> [UInt8] { Array("id: \(number)\nevent: head\ndata: x\n\n".utf8) }

  /// Nobody but the provider holds the stream, as with the real one, so that it ends with its reader.
  static func streaming() -> (ScriptedProvider, AsyncStream<[UInt8]>.Continuation) {
    let (events, source) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingNewest(8))
    return (ScriptedProvider { $0.subscription = .open(events) }, source)
  }

  @Test func `events arrive one by one, and the stream says when to come back`() async throws {
    let (provider, source) = Self.streaming()
    try await RunningEdge.run(provider) { edge async throws in
      let connection = try await edge.connect()
      try await connection.send(
        "GET /revocation/stream HTTP/1.1\r\nHost: \(edge.host)\r\nAuthorization: Bearer t\r\n\r\n")
      let opening = try await connection.read(until: "retry: 1000\n\n")
      #expect(opening.status == 200)
      #expect(opening.text.lowercased().contains("content-type: text/event-stream\r\n"))
      #expect(opening.text.lowercased().contains("cache-control: no-store\r\n"))
      for number in 1...3 {
        source.yield(Self.event(number))
        #expect(try await connection.read(until: "id: \(number)\n").text.contains("id: \(number)\n"))
      }
      #expect(edge.provider.last?.details == ["Bearer t"])
      source.finish()
      #expect(try await connection.read(until: "0\r\n\r\n").text.contains("retry: 1000\n\n"))
    }
  }

  @Test func `a refused subscription is an error response`() async throws {
    try await RunningEdge.run { edge async throws in
      let reply = try await edge.client.get(edge.url("/revocation/stream"))
      #expect(reply.status == 401 && reply.header("www-authenticate") == "Bearer")
    }
  }

  @Test func `HEAD opens no stream`() async throws {
    let (provider, source) = Self.streaming()
    try await RunningEdge.run(provider) { edge async throws in
      let reply = try await edge.client.send("HEAD", edge.url("/revocation/stream"))
      #expect(reply.status == 200 && reply.bytes.isEmpty)
    }
    source.finish()
  }

  @Test func `a shutdown ends open streams with a last line`() async throws {
    let (provider, source) = Self.streaming()
    let connection = try await RunningEdge.run(provider) { edge async throws in
      let connection = try await edge.connect()
      try await connection.send("GET /revocation/stream HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n")
      _ = try await connection.read(until: "retry: 1000\n\n")
      return connection
    }
    let rest = try await connection.readToEnd(within: .seconds(5))
    #expect(rest.isClosed && rest.text.contains("retry: 1000\n\n"))
    source.finish()
  }

  /// The connection goes with the function: its end is noticed by the first event that nobody takes.
  private static func subscribeAndLeave(_ edge: RunningEdge) async throws {
    let connection = try await edge.connect()
    try await connection.send("GET /revocation/stream HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n")
    _ = try await connection.read(until: "retry: 1000\n\n")
  }

  @Test func `a subscriber that goes away is forgotten`() async throws {
    // The edge alone holds the subscription: letting go of it is what is tested.
    let (provider, source) = Self.streaming()
    let gone = Mutex(false)
    source.onTermination = { _ in gone.withLock { $0 = true } }
    try await RunningEdge.run(provider) { edge async throws in
      try await Self.subscribeAndLeave(edge)
      provider.change { $0.subscription = .refused(APIReply(status: 401)) }
      try await eventually("the subscription's end") {
        source.yield(Self.event(1))
        return gone.withLock { $0 } ? true : nil
      }
    }
  }

  @Test func `a subscriber that does not read is cut off`() async throws {
    let (provider, source) = Self.streaming()
    let gone = Mutex(false)
    source.onTermination = { _ in gone.withLock { $0 = true } }
    try await RunningEdge.run(provider, limits: { $0.stallTime = .milliseconds(300) }) { edge async throws in
      let connection = try await edge.connect()
      try await connection.send("GET /revocation/stream HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n")
      _ = try await connection.read(until: "retry: 1000\n\n")
      provider.change { $0.subscription = .refused(APIReply(status: 401)) }
      let large = Array("data: \(String(repeating: "x", count: 1 << 20))\n\n".utf8)
      try await eventually("the subscription's end", within: .seconds(20)) {
        source.yield(large)
        return gone.withLock { $0 } ? true : nil
      }
    }
  }
}
