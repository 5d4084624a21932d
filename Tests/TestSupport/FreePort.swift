import Glibc
import Synchronization

/// Ports that nobody listens on. They are taken below the range of which the kernel gives out ports to outgoing
/// connections: a port from that range may be gone again before the server binds it. Each is handed out once in a test
/// process, free on every loopback address a test may use.
package enum FreePort {
  private static let range = 20_000..<32_000
  private static let candidates = Mutex(range.lowerBound + Int(getpid()) * 37 % range.count)

  package static func next() throws -> Int {
    try candidates.withLock { candidate in
      for _ in range {
        let port = candidate
        candidate = candidate + 1 < range.upperBound ? candidate + 1 : range.lowerBound
        if ["127.0.0.1", "127.0.0.2", "::1"].allSatisfy({ canBind($0, port) }) { return port }
      }
      throw SystemFailure("no free port in \(range)", code: EADDRINUSE)
    }
  }

  private static func canBind(_ host: String, _ port: Int) -> Bool {
    guard let address = SocketAddressBytes(host: host, port: port) else { return false }
    let descriptor = socket(address.family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    // A machine without IPv6 has no ::1 to collide on.
    guard descriptor >= 0 else { return host == "::1" }
    defer { close(descriptor) }
    if address.withPointer({ bind(descriptor, $0, $1) }) == 0 { return true }
    return host == "::1" && errno == EADDRNOTAVAIL
  }
}

/// A numeric socket address in the form the system calls take.
struct SocketAddressBytes {
  let family: Int32
  private var storage: [UInt8]

  init?(host: String, port: Int) {
    guard let port = UInt16(exactly: port) else { return nil }
    var v4 = sockaddr_in()
    var v6 = sockaddr_in6()
    if inet_pton(AF_INET, host, &v4.sin_addr) == 1 {
      v4.sin_family = sa_family_t(AF_INET)
      v4.sin_port = port.bigEndian
      family = AF_INET
      storage = withUnsafeBytes(of: &v4) { Array($0) }
    } else if inet_pton(AF_INET6, host, &v6.sin6_addr) == 1 {
      v6.sin6_family = sa_family_t(AF_INET6)
      v6.sin6_port = port.bigEndian
      family = AF_INET6
      storage = withUnsafeBytes(of: &v6) { Array($0) }
    } else {
      return nil
    }
  }

  init?(unixPath: String) {
    var address = sockaddr_un()
    let path = Array(unixPath.utf8)
    guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    family = AF_UNIX
    storage = withUnsafeBytes(of: &address) { Array($0) }
  }

  func withPointer<R>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> R) -> R {
    // Copied into storage that is aligned for every kind of address.
    var aligned = sockaddr_storage()
    withUnsafeMutableBytes(of: &aligned) { $0.copyBytes(from: storage) }
    return withUnsafePointer(to: &aligned) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(storage.count)) }
    }
  }
}
