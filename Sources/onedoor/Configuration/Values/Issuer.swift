/// The name of this provider, which is also where it is reached (OpenID Connect Discovery §3). It is compared as bytes by
/// every department, so that one spelling alone is accepted.
package struct Issuer: Sendable, Hashable, CustomStringConvertible {
  package let text: String
  package let isSecure: Bool
  package let host: String
  /// The port that a browser connects to.
  package let port: UInt16

  package init(_ text: String) throws(WrongValue) {
    let address = try WebAddress(text)
    guard address.scheme == "https" || address.scheme == "http", let host = address.host else {
      throw WrongValue("must be an https URL, as https://login.example")
    }
    isSecure = address.scheme == "https"
    guard isSecure || host.isLoopback else {
      throw WrongValue("must be https: http is for localhost, 127.0.0.0/8 and [::1] only")
    }
    guard !address.hasFragment, address.query == nil else {
      throw WrongValue("must have neither query nor fragment (OpenID Connect Discovery §3)")
    }
    guard address.path != "/" else { throw WrongValue("ends with a slash: write it without") }
    guard address.path.isEmpty else { throw WrongValue("has a path: OneDoor answers at the root of its host") }
    let standard: UInt16 = isSecure ? 443 : 80
    guard address.port != standard else { throw WrongValue("names the port \(standard), which goes without saying") }
    self.text = text
    self.host = host.text
    port = address.port ?? standard
  }

  package var description: String { text }
  var isLoopback: Bool { (try? HostName(host))?.isLoopback ?? false }
}
