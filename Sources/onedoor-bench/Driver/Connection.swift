import Glibc

/// One keep-alive connection over loopback: whole requests out, whole answers in, with as little work as that can be
/// done with, so that the driver's core is not what is measured.
final class Connection {
  let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  private var filled = 0

  init(port: Int) throws {
    guard let number = UInt16(exactly: port) else { throw BenchFailure("\(port) is no port") }
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw SystemFailure("socket") }
    var address = LoopbackAddress.port(number)
    guard LoopbackAddress.with(&address, { connect(descriptor, $0, $1) }) == 0 else {
      let failure = SystemFailure("connect to port \(port)")
      close(descriptor)
      throw failure
    }
    var on: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    var limit = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  func send(_ request: [UInt8]) throws {
    var sent = 0
    while sent < request.count {
      let count = request.withUnsafeBytes { bytes in
        Glibc.send(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw SystemFailure("send") }
      sent += count
    }
  }

  /// Reads what is there; the answer if it is complete.
  func receive() throws -> HTTPAnswer? {
    if filled == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
    let room = buffer.count - filled
    let count = buffer.withUnsafeMutableBytes { bytes in
      recv(descriptor, bytes.baseAddress.map { $0 + filled }, room, 0)
    }
    guard count > 0 else {
      throw count == 0 ? BenchFailure("the server closed the connection") : SystemFailure("recv")
    }
    filled += count
    return try takeAnswer()
  }

  /// One request and its answer, waiting.
  func exchange(_ request: [UInt8]) throws -> HTTPAnswer {
    try send(request)
    while true {
      if let answer = try receive() { return answer }
    }
  }

  private func takeAnswer() throws -> HTTPAnswer? {
    guard let end = buffer[..<filled].index(after: "\r\n\r\n") else { return nil }
    let frame = try AnswerFrame(buffer[..<end])
    let total = end + frame.bodyCount
    guard filled >= total else { return nil }
    guard filled == total else { throw BenchFailure("the server said more than was asked") }
    filled = 0
    return HTTPAnswer(status: frame.status, head: Array(buffer[..<end]), body: Array(buffer[end..<total]))
  }
}
