/// Whose name a request may call us by. Links and cookies belong to the issuer's host alone, so a request for another
/// name is sent there (308), and one that names no host, or several, is refused (RFC 9112 §3.2).
struct HostRule: Sendable {
  enum Verdict: Equatable { case ours, other, malformed }

  let issuer: IssuerAddress

  func verdict(_ authority: String) -> Verdict {
    // What nearly every request says.
    if let first = issuer.hosts.first, authority.utf8.elementsEqual(first) { return .ours }
    let host = authority.utf8.map(asciiLowercased)
    if issuer.hosts.contains(host) { return .ours }
    return Self.isWellFormed(host) ? .other : .malformed
  }

  /// An absolute-form target (RFC 9112 §3.2.2) in origin form, where it names us; nil where it names anybody else.
  func originForm(_ target: String) -> String? {
    let bytes = Array(target.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = bytes[..<colon].map(asciiLowercased)
    let rest = bytes[colon...].dropFirst(3)
    guard bytes[colon...].starts(with: "://".utf8),
      scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8)
    else { return nil }
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    guard issuer.hosts.contains(authority.map(asciiLowercased)) else { return nil }
    let path = rest.dropFirst(authority.count)
    return (path.first == UInt8(ascii: "/") ? "" : "/") + String(decoding: path, as: UTF8.self)
  }

  private static func isWellFormed(_ host: [UInt8]) -> Bool {
    guard (1...255).contains(host.count) else { return false }
    return host.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
        true
      default: false
      }
    }
  }
}
