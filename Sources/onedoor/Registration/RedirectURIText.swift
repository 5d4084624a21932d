/// Where a department may have the browser sent back to, as it is registered (RFC 6749 §3.1.2, RFC 8252 §7, RFC 9700
/// §2.1): absolute, exact, no fragment, no user name, no wildcard.
package enum RedirectURIText {
  /// Schemes that a browser acts on by itself, none of which leads to a department.
  private static let dangerous: Set<String> = [
    "javascript", "data", "file", "blob", "about", "vbscript", "ftp", "ws", "wss", "mailto", "view-source",
  ]

  package static func check(_ text: String, isPublic: Bool) throws(WrongValue) -> WebAddress {
    let address: WebAddress
    do throws(WrongValue) {
      guard !text.contains("*") else { throw WrongValue("contains a wildcard: list each URI") }
      address = try WebAddress(text)
      try check(address, isPublic: isPublic)
    } catch {
      throw WrongValue("\"\(TerminalText.harmless(text))\" \(error.message)")
    }
    return address
  }

  private static func check(_ address: WebAddress, isPublic: Bool) throws(WrongValue) {
    guard !address.hasFragment else { throw WrongValue("has a fragment (RFC 6749 §3.1.2)") }
    switch address.scheme {
    case "https", "http":
      guard let host = address.host else { throw WrongValue("has no host") }
      guard address.scheme == "https" || host.isLoopback else {
        throw WrongValue("must be https: http is for localhost, 127.0.0.0/8 and [::1] only")
      }
    case let scheme where scheme.contains("."):
      // RFC 8252 §7.1: a name in reverse, which its owner can claim.
      guard isPublic else { throw WrongValue("has a scheme of its own, which is for public departments only") }
      guard !scheme.hasSuffix("."), !scheme.contains("..") else { throw WrongValue("has an ill-formed scheme") }
      guard address.path.hasPrefix("/") else {
        throw WrongValue("wants a path after the scheme, as com.example.app:/cb")
      }
      guard address.host == nil else { throw WrongValue("wants one slash after the scheme (RFC 8252 §7.1)") }
    case let scheme where dangerous.contains(scheme):
      throw WrongValue("has the scheme \(scheme), which leads to no department")
    default:
      throw WrongValue("has a scheme without a dot: write one like com.example.app (RFC 8252 §7.1)")
    }
  }
}
