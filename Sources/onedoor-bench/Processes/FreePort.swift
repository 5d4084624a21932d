import Glibc

enum FreePort {
  /// A loopback port that nobody listens on now.
  static func next() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw SystemFailure("socket") }
    defer { close(descriptor) }
    var address = LoopbackAddress.any
    guard LoopbackAddress.with(&address, { bind(descriptor, $0, $1) }) == 0 else { throw SystemFailure("bind") }
    var count = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &count) }
    }
    guard code == 0 else { throw SystemFailure("getsockname") }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}

/// 127.0.0.1 as the system calls take it.
enum LoopbackAddress {
  static var any: sockaddr_in { port(0) }

  static func port(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  static func with<Answer>(
    _ address: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Answer
  ) -> Answer {
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
