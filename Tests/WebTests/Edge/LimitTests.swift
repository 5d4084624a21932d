import OneDoorMessages
import OneDoorWeb
import TestSupport
import Testing

@Suite struct LimitTests {
  static let formType = "Content-Type: application/x-www-form-urlencoded\r\n"

  @Test func `a hundred fields pass and one more is 431`() async throws {
    try await RunningEdge.run { edge async throws in
      func ask(_ count: Int) async throws -> RawReply {
        let fields = (0..<count - 2).map { "X-\($0): a\r\n" }.joined()
        return try await edge.raw(
          "GET /health/live HTTP/1.1\r\nHost: \(edge.host)\r\nConnection: close\r\n\(fields)\r\n")
      }
      #expect(try await ask(100).status == 200)
      let over = try await ask(101)
      #expect(over.status == 431 && over.isClosed)
    }
  }

  @Test func `32 KiB of head pass and more is 431, in one field, in many, or in the target`() async throws {
    try await RunningEdge.run { edge async throws in
      let end = "Host: \(edge.host)\r\nConnection: close\r\n"
      let (fits, large) = (String(repeating: "a", count: 31_000), String(repeating: "a", count: 33_000))
      #expect(try await edge.raw("GET /health/live HTTP/1.1\r\n\(end)X: \(fits)\r\n\r\n").status == 200)
      #expect(try await edge.raw("GET /health/live?\(fits) HTTP/1.1\r\n\(end)\r\n").status == 200)
      let many = (0..<90).map { "X-\($0): \(String(repeating: "a", count: 400))\r\n" }.joined()
      for text in [
        "GET /health/live HTTP/1.1\r\n\(end)X: \(large)\r\n\r\n", "GET /health/live HTTP/1.1\r\n\(end)\(many)\r\n",
        "GET /health/live?\(large) HTTP/1.1\r\n\(end)\r\n",
      ] {
        let reply = try await edge.raw(text)
        #expect(reply.status == 431 && reply.isClosed)
      }
    }
  }

  @Test func `64 KiB of body pass and more is 413, announced or not`() async throws {
    try await RunningEdge.run { edge async throws in
      func head(_ rest: String) -> String {
        "POST /token HTTP/1.1\r\nHost: \(edge.host)\r\n\(Self.formType)\(rest)\r\n\r\n"
      }
      let full = "a=" + String(repeating: "b", count: 65_534)
      let whole = try await edge.raw(head("Connection: close\r\nContent-Length: 65536") + full)
      #expect(whole.status == 200)
      #expect(edge.provider.last?.parameters["a"]?.utf8.count == 65_534)
      let announced = try await edge.raw(head("Content-Length: 65537") + full)
      #expect(announced.status == 413 && announced.isClosed)
      let chunk = "4000\r\n" + String(repeating: "c", count: 0x4000) + "\r\n"
      let chunked = try await edge.raw(head("Transfer-Encoding: chunked") + String(repeating: chunk, count: 5))
      #expect(chunked.status == 413 && chunked.isClosed)
      let endless = try await edge.raw(head("Content-Length: 99999999999999999999"))
      #expect(endless.status == 400 || endless.status == 413)
      #expect(edge.provider.calls.count == 1)
    }
  }

  @Test func `the extensions of chunks are bounded, and small chunks pass`() async throws {
    try await RunningEdge.run { edge async throws in
      let head =
        "POST /token HTTP/1.1\r\nHost: \(edge.host)\r\n\(Self.formType)Transfer-Encoding: chunked\r\n"
      let small = "a=" + String(repeating: "b", count: 8_000)
      let chunks = small.map { "1\r\n\($0)\r\n" }.joined() + "0\r\n\r\n"
      #expect(try await edge.raw(head + "Connection: close\r\n\r\n" + chunks).status == 200)
      #expect(edge.provider.last?.parameters["a"]?.utf8.count == 8_000)
      let extended = try await edge.raw(
        head + "\r\n3;" + String(repeating: "x", count: 400_000) + "\r\na=b\r\n0\r\n\r\n")
      #expect(extended.status == 413 && extended.isClosed)
      #expect(edge.provider.calls.count == 1)
    }
  }

  @Test func `refusals fill no log`() async throws {
    try await RunningEdge.run { edge async throws in
      let start = ContinuousClock.now
      for _ in 0..<300 { _ = try await edge.client.get(edge.url("/nothing/here"), headers: [("Accept", "text/html")]) }
      let seconds = Int((ContinuousClock.now - start) / .seconds(1)) + 2
      let lines = edge.log.lines.filter { $0.contains("refused") }.count
      #expect(lines > 0 && lines <= 50 * seconds)
      #expect(lines < 300 || seconds >= 6)
    }
  }

  @Test func `a page's form that is too large is told in a page`() async throws {
    try await RunningEdge.run { edge async throws in
      let reply = try await edge.raw(
        "POST /login HTTP/1.1\r\nHost: \(edge.host)\r\n\(Self.formType)Content-Length: 70000\r\n\r\n")
      #expect(reply.status == 413 && reply.isClosed && reply.text.contains("<!doctype html>"))
    }
  }

  @Test func `a head that drips in is 408`() async throws {
    try await RunningEdge.run(limits: { $0.headTime = .milliseconds(300) }) { edge async throws in
      let connection = try await edge.connect()
      let dripping = Task {
        for byte in "GET /health/live HTTP/1.1\r\nX: \(String(repeating: "a", count: 1000))" {
          try await connection.send(String(byte))
          try await Task.sleep(for: .milliseconds(20))
        }
      }
      let reply = try await connection.readToEnd(within: .seconds(8))
      dripping.cancel()
      #expect(reply.status == 408 && reply.isClosed)
    }
  }

  @Test func `so is the second head of a connection`() async throws {
    try await RunningEdge.run(limits: { $0.headTime = .milliseconds(300) }) { edge async throws in
      let connection = try await edge.connect()
      try await connection.send("GET /health/live HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n")
      #expect(try await connection.readResponse().status == 200)
      try await connection.send("GET /hea")
      let reply = try await connection.readToEnd(within: .seconds(8))
      #expect(reply.status == 408 && reply.isClosed)
    }
  }

  @Test func `a connection that only waits is not a slow head`() async throws {
    try await RunningEdge.run(limits: { $0.headTime = .milliseconds(100) }) { edge async throws in
      let connection = try await edge.connect()
      try await Task.sleep(for: .milliseconds(400))
      try await connection.send("GET /health/live HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n")
      #expect(try await connection.readResponse().status == 200)
      try await Task.sleep(for: .milliseconds(400))
      try await connection.send("GET /health/live HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n")
      #expect(try await connection.readResponse().status == 200)
    }
  }

  @Test func `a body that drips in is 408, however steadily`() async throws {
    try await RunningEdge.run(limits: { $0.bodyTime = .milliseconds(400) }) { edge async throws in
      let connection = try await edge.connect()
      try await connection.send(
        "POST /token HTTP/1.1\r\nHost: \(edge.host)\r\n\(Self.formType)Content-Length: 2000\r\n\r\n")
      let dripping = Task {
        while true {
          try await connection.send("a")
          try await Task.sleep(for: .milliseconds(20))
        }
      }
      let reply = try await connection.readToEnd(within: .seconds(8))
      dripping.cancel()
      #expect(reply.status == 408 && reply.isClosed)
      #expect(reply.text.contains("invalid_request"))
      #expect(edge.provider.calls.isEmpty)
    }
  }

  @Test func `a body nobody wants ends too`() async throws {
    try await RunningEdge.run(limits: { $0.bodyTime = .milliseconds(400) }) { edge async throws in
      let connection = try await edge.connect()
      try await connection.send("POST /nothing HTTP/1.1\r\nHost: \(edge.host)\r\nContent-Length: 2000\r\n\r\naaa")
      let reply = try await connection.readToEnd(within: .seconds(8))
      #expect(reply.status == 404 && reply.isClosed)
    }
  }

  @Test func `an idle connection ends`() async throws {
    try await RunningEdge.run(limits: { $0.idleTime = .milliseconds(300) }) { edge async throws in
      let silent = try await edge.connect()
      #expect(try await silent.readToEnd(within: .seconds(8)).isClosed)
      let used = try await edge.connect()
      try await used.send("GET /health/live HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n")
      let reply = try await used.readToEnd(within: .seconds(8))
      #expect(reply.status == 200 && reply.isClosed)
    }
  }

  @Test func `a client that waits to be asked for its body is asked`() async throws {
    try await RunningEdge.run { edge async throws in
      let connection = try await edge.connect()
      let head = "POST /token HTTP/1.1\r\nHost: \(edge.host)\r\n\(Self.formType)"
      try await connection.send(head + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n")
      let interim = try await connection.read(until: "\r\n\r\n")
      #expect(interim.text.hasPrefix("HTTP/1.1 100 Continue\r\n"))
      try await connection.send("a=b")
      #expect(try await connection.readResponse().status == 200)
      #expect(edge.provider.last?.parameters == Parameters(["a": "b"]))
      let large = try await edge.raw(head + "Expect: 100-continue\r\nContent-Length: 70000\r\n\r\n")
      #expect(large.status == 413 && large.isClosed)
      let unknown = try await edge.raw(head + "Expect: a-miracle\r\nContent-Length: 3\r\n\r\na=b")
      #expect(unknown.status == 417 && unknown.isClosed)
    }
  }

  @Test func `beyond the cap a connection waits until another ends`() async throws {
    try await RunningEdge.run(limits: { $0.connections = 2 }) { edge async throws in
      let ask = "GET /health/live HTTP/1.1\r\nHost: \(edge.host)\r\n\r\n"
      let first = try await edge.connect()
      try await first.send(ask)
      #expect(try await first.readResponse().status == 200)
      let second = try await edge.connect()
      try await second.send(ask)
      #expect(try await second.readResponse().status == 200)
      let third = try await edge.connect()
      try await third.send(ask)
      #expect(try await third.read(until: "HTTP", within: .milliseconds(300)).bytes.isEmpty)
      first.close()
      #expect(try await third.readResponse().status == 200)
    }
  }
}
