import Foundation
import Glibc

/// What came back over a plain connection.
package struct RawReply: Sendable, Equatable {
  package let bytes: [UInt8]
  package let isClosed: Bool

  package var text: String { String(decoding: bytes, as: UTF8.self) }
  /// The status of the first answer, nil where there is none.
  package var status: Int? {
    guard text.hasPrefix("HTTP/1.") else { return nil }
    return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }
}

/// A plain TCP (or Unix) connection that sends any bytes at all, for requests no client library would make. It never
/// blocks a thread: the server under test may live in the same process.
package final class RawConnection: Sendable {
  private let descriptor: Int32

  package convenience init(host: String = "127.0.0.1", port: Int, within bound: Duration = .seconds(5)) async throws {
    guard let address = SocketAddressBytes(host: host, port: port) else {
      throw SystemFailure("address \(host):\(port)", code: EINVAL)
    }
    try await self.init(address, bound)
  }

  package convenience init(unixPath: String, within bound: Duration = .seconds(5)) async throws {
    guard let address = SocketAddressBytes(unixPath: unixPath) else {
      throw SystemFailure("address \(unixPath)", code: ENAMETOOLONG)
    }
    try await self.init(address, bound)
  }

  private init(_ address: SocketAddressBytes, _ bound: Duration) async throws {
    let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
    descriptor = socket(address.family, Int32(kind), 0)
    guard descriptor >= 0 else { throw SystemFailure("socket") }
    if address.withPointer({ connect(descriptor, $0, $1) }) == 0 { return }
    guard errno == EINPROGRESS else { throw SystemFailure("connect") }
    let opening = descriptor
    try await eventually("a connection", within: bound, every: .milliseconds(2)) {
      isReady(opening, Int16(POLLOUT)) ? true : nil
    }
    var code: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size)
    guard code == 0 else { throw SystemFailure("connect", code: code) }
  }

  deinit { Glibc.close(descriptor) }

  package func send(_ text: String, within bound: Duration = .seconds(10)) async throws {
    try await send(Array(text.utf8), within: bound)
  }

  /// Sends all of it; an error where the other side has closed.
  package func send(_ bytes: [UInt8], within bound: Duration = .seconds(10)) async throws {
    let deadline = ContinuousClock.now + bound
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN, ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(2))
      } else {
        throw SystemFailure("send")
      }
    }
  }

  /// Everything until the other side closes, or until the bound.
  package func readToEnd(within bound: Duration = .seconds(10)) async throws -> RawReply {
    try await read(within: bound) { _ in false }
  }

  /// Everything until `text` has come, the other side closes, or the bound.
  package func read(until text: String, within bound: Duration = .seconds(10)) async throws -> RawReply {
    try await read(within: bound) { String(decoding: $0, as: UTF8.self).contains(text) }
  }

  /// One answer with a Content-Length, head and body; the connection stays usable for the next.
  package func readResponse(within bound: Duration = .seconds(10)) async throws -> RawReply {
    try await read(within: bound) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.range(of: "\r\n\r\n") else { return false }
      let lengths = text[..<end.lowerBound].split(separator: "\r\n").filter {
        $0.lowercased().hasPrefix("content-length:")
      }
      let length = lengths.first.flatMap { Int($0.dropFirst("content-length:".count).filter(\.isNumber)) } ?? 0
      return text[end.upperBound...].utf8.count >= length
    }
  }

  /// Says that nothing more will be sent, and still reads.
  package func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Ends the connection at once in both directions.
  package func close() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  private func read(within bound: Duration, _ isEnough: ([UInt8]) -> Bool) async throws -> RawReply {
    let deadline = ContinuousClock.now + bound
    var read: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 {
        read += buffer[..<count]
        if isEnough(read) { return RawReply(bytes: read, isClosed: false) }
      } else if count == 0 || errno != EAGAIN {
        return RawReply(bytes: read, isClosed: true)
      } else if ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(2))
      } else {
        return RawReply(bytes: read, isClosed: false)
      }
    }
  }
}

private func isReady(_ descriptor: Int32, _ events: Int16) -> Bool {
  var entry = pollfd(fd: descriptor, events: events, revents: 0)
  return poll(&entry, 1, 0) > 0
}
