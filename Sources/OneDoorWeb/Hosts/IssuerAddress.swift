/// The issuer's URL in its parts. Every absolute address that the edge writes begins with it, never with what a request
/// said about itself.
package struct IssuerAddress: Sendable, Equatable {
  /// `https://id.example`, without a path.
  package let origin: String
  /// What stands before every path, empty or `/onedoor`.
  package let pathPrefix: String
  package let isSecure: Bool
  /// The spellings of Host that are ours, in lower case: with and without the scheme's own port.
  let hosts: [[UInt8]]

  /// Nil for what is not `http(s)://host[:port][/path]`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !bytes.contains(where: Self.ends.contains) else { return nil }
    let (secure, plain) = (Array("https://".utf8), Array("http://".utf8))
    isSecure = bytes.starts(with: secure)
    guard isSecure || bytes.starts(with: plain) else { return nil }
    let rest = bytes.dropFirst(isSecure ? secure.count : plain.count)
    let authority = Array(rest.prefix { $0 != UInt8(ascii: "/") })
    guard !authority.isEmpty, !authority.contains(UInt8(ascii: "@")) else { return nil }
    var path = rest.dropFirst(authority.count)
    if path.last == UInt8(ascii: "/") { path = path.dropLast() }
    origin = String(decoding: isSecure ? secure : plain, as: UTF8.self) + String(decoding: authority, as: UTF8.self)
    pathPrefix = String(decoding: path, as: UTF8.self)
    let host = authority.map(asciiLowercased)
    let port = Array((isSecure ? ":443" : ":80").utf8)
    if host.suffix(port.count).elementsEqual(port) {
      hosts = [host, Array(host.dropLast(port.count))]
    } else {
      hosts = Self.hasPort(host) ? [host] : [host, host + port]
    }
  }

  private static let ends: Set<UInt8> = [UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"), UInt8(ascii: "\"")]

  /// A colon after the brackets of an IPv6 address, or anywhere where there are none.
  private static func hasPort(_ host: [UInt8]) -> Bool {
    let tail = host.lastIndex(of: UInt8(ascii: "]")).map { host[$0...] } ?? host[...]
    return tail.contains(UInt8(ascii: ":"))
  }
}

func asciiLowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
