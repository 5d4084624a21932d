/// An http or https address, read strictly: what two parsers could read as two hosts (user information, backslashes,
/// percent signs in the host, a fragment) is no address here.
package struct WebAddress: Sendable, Equatable {
  package let text: String
  package let isEncrypted: Bool
  /// In lower case; an IPv6 address with its brackets.
  package let host: String
  /// As browsers write it in `Origin`: without a default port.
  package let origin: String
  /// Without the query; never empty.
  package let path: String

  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy(WebAddress.allows) else { return nil }
    let secure = Array("https://".utf8)
    let plain = Array("http://".utf8)
    isEncrypted = bytes.starts(with: secure)
    guard isEncrypted || bytes.starts(with: plain) else { return nil }
    let rest = bytes.dropFirst(isEncrypted ? secure.count : plain.count)
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    guard let (host, port) = WebAddress.split(authority) else { return nil }
    let isDefault = port == nil || port == (isEncrypted ? 443 : 80)
    self.text = text
    self.host = host
    origin = (isEncrypted ? "https://" : "http://") + host + (isDefault ? "" : ":\(port ?? 0)")
    let path = rest.dropFirst(authority.count).prefix { $0 != UInt8(ascii: "?") }
    self.path = path.isEmpty ? "/" : String(decoding: path, as: UTF8.self)
  }

  /// This machine itself: what is sent there passes no network.
  package var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Secrets and tokens go nowhere else.
  package var isTrustworthy: Bool { isEncrypted || isLoopback }

  private static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "#"):
      false
    default: (0x21...0x7E).contains(byte)
    }
  }

  private static func split(_ authority: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
    let hostEnd: Int
    if authority.first == UInt8(ascii: "[") {
      guard let close = authority.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      guard authority[(authority.startIndex + 1)..<close].allSatisfy(isAddressDigit) else { return nil }
      hostEnd = close + 1
    } else {
      hostEnd = authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
      guard hostEnd > authority.startIndex, authority[..<hostEnd].allSatisfy(isNameLetter) else { return nil }
    }
    let host = String(decoding: authority[..<hostEnd], as: UTF8.self).lowercased()
    guard hostEnd < authority.endIndex else { return (host, nil) }
    let digits = authority[(hostEnd + 1)...]
    guard authority[hostEnd] == UInt8(ascii: ":"), (1...5).contains(digits.count), digits.allSatisfy(isDigit),
      let port = UInt16(String(decoding: digits, as: UTF8.self)), port > 0
    else { return nil }
    return (host, Int(port))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isAddressDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20) || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ".")
  }

  private static func isNameLetter(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
}
