/// A URL taken apart strictly (RFC 3986), as bytes: nothing is decoded, repaired or lowered in case, because what was
/// registered is later compared byte by byte.
package struct WebAddress: Sendable, Equatable {
  package let text: String
  package let scheme: String
  /// Nil where the URL has no `//authority`.
  package let host: HostName?
  package let port: UInt16?
  /// With its leading slash, without query.
  package let path: String
  package let query: String?
  package let hasFragment: Bool

  package init(_ text: String) throws(WrongValue) {
    guard text.utf8.count <= 2048 else { throw WrongValue("is longer than 2048 bytes") }
    if let strange = text.unicodeScalars.first(where: { !URLCharacters.allowed.contains($0) }) {
      throw WrongValue("contains \(URLCharacters.name(strange)), which a URL cannot have: write it percent-encoded")
    }
    try URLCharacters.checkPercentEncoding(text)
    guard let colon = text.firstIndex(of: ":") else { throw WrongValue("is not an absolute URL") }
    let scheme = text[..<colon]
    guard let first = scheme.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
      scheme.utf8.allSatisfy(URLCharacters.isSchemeByte)
    else { throw WrongValue("does not begin with a scheme in small letters, as https:") }
    var rest = text[text.index(after: colon)...]

    let fragment = rest.firstIndex(of: "#")
    hasFragment = fragment != nil
    if let fragment { rest = rest[..<fragment] }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    } else {
      query = nil
    }
    if rest.hasPrefix("//") {
      let authority = rest.dropFirst(2)
      let end = authority.firstIndex(of: "/") ?? authority.endIndex
      (host, port) = try HostName.withPort(authority[..<end])
      path = String(authority[end...])
    } else {
      host = nil
      port = nil
      path = String(rest)
    }
    try URLCharacters.checkPath(path)
    self.text = text
    self.scheme = String(scheme)
  }

  /// `scheme://host:port`, as browsers write an `Origin` (RFC 6454 §6.2).
  package var origin: String? {
    guard let host, ["http", "https"].contains(scheme) else { return nil }
    let isDefault = port == nil || (scheme == "https" && port == 443) || (scheme == "http" && port == 80)
    return "\(scheme)://\(host.text)" + (isDefault ? "" : ":\(port ?? 0)")
  }
}

/// The bytes of RFC 3986 and the shapes of a URL that are refused although a parser might take them.
enum URLCharacters {
  static let allowed = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%".unicodeScalars)

  static func name(_ scalar: Unicode.Scalar) -> String {
    if scalar == " " { return "a space" }
    if scalar.value > 0x20, scalar.value < 0x7F { return "\"\(scalar)\"" }
    return "the character U+" + String(scalar.value, radix: 16, uppercase: true)
  }

  static func isSchemeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  static func checkPercentEncoding(_ text: String) throws(WrongValue) {
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") {
      let digits = bytes[(index + 1)...].prefix(2)
      guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
        digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
      else { throw WrongValue("has a % that is no percent-encoded byte") }
      guard value >= 0x20, value != 0x7F else { throw WrongValue("has a percent-encoded control character") }
    }
  }

  /// Browsers resolve `.` and `..` (also written `%2e`) before they follow a redirect, so such a path names another place
  /// than it says; `\` never gets here.
  static func checkPath(_ path: String) throws(WrongValue) {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for segment in segments {
      let plain = segment.lowercased().replacing("%2e", with: ".")
      guard plain != ".", plain != ".." else { throw WrongValue("has a path with . or .. in it") }
    }
  }
}
