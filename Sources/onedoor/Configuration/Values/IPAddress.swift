import Foundation

/// An IPv4 or IPv6 address as bytes.
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
  /// 4 or 16 bytes.
  package let bytes: [UInt8]

  package init?(_ text: String) {
    guard !text.utf8.contains(0), text.utf8.count <= 45 else { return nil }
    var four = in_addr()
    var six = in6_addr()
    // `inet_pton` takes dotted quads of decimal numbers without leading zeros only, unlike `inet_aton`.
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      bytes = withUnsafeBytes(of: &six) { Array($0) }
    } else {
      return nil
    }
  }

  package init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  package var isIPv6: Bool { bytes.count == 16 }

  package var isLoopback: Bool {
    isIPv6 ? bytes == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] : bytes.first == 127
  }

  /// `::ffff:192.0.2.1`, as a socket that serves both families shows an IPv4 peer, is that IPv4 address.
  package var unmapped: IPAddress {
    let prefix: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    guard bytes.starts(with: prefix), let four = IPAddress(bytes: Array(bytes.suffix(4))) else { return self }
    return four
  }

  package var description: String {
    var buffer = [CChar](repeating: 0, count: 64)
    let family = isIPv6 ? AF_INET6 : AF_INET
    let isWritten = bytes.withUnsafeBytes { inet_ntop(family, $0.baseAddress, &buffer, 64) != nil }
    guard isWritten else { return "" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
