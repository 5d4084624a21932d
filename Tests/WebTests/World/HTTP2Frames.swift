import NIOCore
import NIOPosix
import NIOSSL
import TestSupport

/// Frames of HTTP/2 as no library would send them (RFC 9113 §4.1).
struct HTTP2Frames {
  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + frame(4)

  static func frame(_ type: UInt8, flags: UInt8 = 0, stream: UInt32 = 0, _ payload: [UInt8] = []) -> [UInt8] {
    let length = UInt32(payload.count)
    return [UInt8(length >> 16 & 0xFF), UInt8(length >> 8 & 0xFF), UInt8(length & 0xFF), type, flags]
      + withUnsafeBytes(of: stream.bigEndian, Array.init) + payload
  }

  /// GET / by the static table (RFC 7541 Appendix A), with a literal authority. The flags say END_STREAM (1) and
  /// END_HEADERS (4).
  static func request(_ stream: UInt32, host: String, flags: UInt8 = 5) -> [UInt8] {
    let block: [UInt8] = [0x82, 0x87, 0x84, 0x41, UInt8(truncatingIfNeeded: host.utf8.count)] + Array(host.utf8)
    return frame(1, flags: flags, stream: stream, block)
  }

  static func reset(_ stream: UInt32) -> [UInt8] { frame(3, stream: stream, [0, 0, 0, 8]) }
}

/// Sends bytes over TLS with HTTP/2 agreed on, and waits until the other side ends the connection.
struct HTTP2Attack {
  let port: Int

  /// True where the server has ended the connection within the time.
  func send(_ pieces: [[UInt8]], within bound: Duration = .seconds(10)) async throws -> Bool {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.certificateVerification = .none
    configuration.applicationProtocols = ["h2"]
    let context = try NIOSSLContext(configuration: configuration)
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let tls = try NIOSSLClientHandler(context: context, serverHostname: "localhost")
          try channel.pipeline.syncOperations.addHandler(tls)
        }
      }.connect(host: "127.0.0.1", port: port).get()
    for piece in pieces where channel.isActive {
      // A connection that the server has ended takes no more, which is what is asked for.
      try? await channel.writeAndFlush(ByteBuffer(bytes: piece))
    }
    let ended = ContinuousClock.now + bound
    while channel.isActive, ContinuousClock.now < ended { try await Task.sleep(for: .milliseconds(10)) }
    let isOver = !channel.isActive
    try? await channel.close()
    return isOver
  }
}
