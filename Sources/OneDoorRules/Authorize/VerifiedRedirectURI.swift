import OneDoorMessages

/// A redirect URI that equals a registered one. Only the check makes one, so that an answer can go nowhere else.
package struct VerifiedRedirectURI: Sendable, Equatable {
  package let text: String

  private init(text: String) { self.text = text }

  /// RFC 9700 §2.1: equal byte for byte to a registered URI; only the port of a loopback address may differ (RFC 8252
  /// §7.3), and `localhost` is a name, not a loopback address.
  package static func verify(_ presented: String?, of department: Department) throws(PageRefusal) -> VerifiedRedirectURI
  {
    guard let presented else { throw .redirectURIMissing }
    for registered in department.redirectURIs where matches(presented, registered) {
      return VerifiedRedirectURI(text: presented)
    }
    throw .redirectURIMismatch
  }

  /// OpenID Connect RP-Initiated Logout §3: exact, with no exception.
  package static func verify(
    postLogout presented: String, of department: Department
  ) throws(PageRefusal) -> VerifiedRedirectURI {
    for registered in department.postLogoutRedirectURIs where registered.utf8.elementsEqual(presented.utf8) {
      return VerifiedRedirectURI(text: presented)
    }
    throw .postLogoutRedirectURIMismatch
  }

  private static func matches(_ presented: String, _ registered: String) -> Bool {
    if presented.utf8.elementsEqual(registered.utf8) { return true }
    guard let left = LoopbackURI(presented), let right = LoopbackURI(registered) else { return false }
    return left.host.elementsEqual(right.host) && left.rest.elementsEqual(right.rest)
  }

  /// The URI with response parameters added to its query; a registered query stays in front.
  package func location(_ parameters: [(name: String, value: String)]) -> String {
    if parameters.isEmpty { return text }
    let separator = text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    return text + separator + FormURLEncoding.encode(parameters)
  }

  /// An app's own scheme opens the app with an address and carries no form.
  package var takesForms: Bool {
    text.utf8.starts(with: "https://".utf8) || text.utf8.starts(with: "http://".utf8)
  }

  /// What a page's `form-action` must allow so that the redirect after the form is followed: scheme, host and port, or
  /// the bare scheme of an app.
  package var origin: String {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return "" }
    guard bytes[colon...].starts(with: Array("://".utf8)) else {
      return String(decoding: bytes[...colon], as: UTF8.self)
    }
    let authority = bytes[(colon + 3)...]
    let end = authority.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? bytes.endIndex
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}

/// `http://127.0.0.1` or `http://[::1]`, an optional port, and the rest.
private struct LoopbackURI {
  let host: Substring.UTF8View
  let rest: Substring.UTF8View

  init?(_ text: String) {
    let bytes = text[...].utf8
    guard let prefix = ["http://127.0.0.1", "http://[::1]"].first(where: { bytes.starts(with: $0.utf8) }) else {
      return nil
    }
    host = bytes.prefix(prefix.utf8.count)
    var remainder = bytes.dropFirst(prefix.utf8.count)
    if remainder.first == UInt8(ascii: ":") {
      remainder = remainder.dropFirst()
      let digits = remainder.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard (1...5).contains(digits.count), let port = Int(String(Substring(digits))), (1...65_535).contains(port)
      else { return nil }
      remainder = remainder.dropFirst(digits.count)
    }
    guard remainder.isEmpty || remainder.first == UInt8(ascii: "/") || remainder.first == UInt8(ascii: "?")
    else { return nil }
    rest = remainder
  }
}
