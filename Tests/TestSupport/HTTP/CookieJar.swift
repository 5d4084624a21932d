import Foundation
import Synchronization

/// A cookie with the attributes it was set with.
package struct TestCookie: Sendable, Equatable {
  package let name: String
  package var value: String
  package let host: String
  package var path = "/"
  package var isSecure = false
  package var isHTTPOnly = false
  package var sameSite: String?
  package var maxAge: Int?
  package var expires: String?
  package var domain: String?

  package init(name: String, value: String, host: String) {
    (self.name, self.value, self.host) = (name, value, host)
  }
}

/// Cookies of one browser, by host as browsers have it: the port separates nothing. The product sets host-only cookies
/// alone, so one with a Domain is not kept; nor is a Secure one from http, nor a `__Host-` one against its own rules.
package final class CookieJar: Sendable {
  private let kept = Mutex<[TestCookie]>([])

  package init() {}

  package var all: [TestCookie] { kept.withLock { $0 } }

  package func cookie(_ name: String, host: String) -> TestCookie? {
    all.first { $0.name == name && $0.host == host }
  }

  package func set(_ cookie: TestCookie) {
    kept.withLock { kept in
      kept.removeAll { $0.name == cookie.name && $0.host == cookie.host && $0.path == cookie.path }
      if (cookie.maxAge ?? 1) > 0 { kept.append(cookie) }
    }
  }

  package func remove(_ name: String, host: String) {
    kept.withLock { $0.removeAll { $0.name == name && $0.host == host } }
  }

  package func removeAll() { kept.withLock { $0 = [] } }

  /// The Cookie header for a request, longest path first (RFC 6265 §5.4).
  package func header(for url: String) -> String? {
    guard let url = URL(string: url), let host = url.host() else { return nil }
    let path = url.path(percentEncoded: true)
    let sent = all.filter { cookie in
      cookie.host == host && (!cookie.isSecure || url.scheme == "https") && matches(path, cookie.path)
    }
    let ordered = sent.sorted { $0.path.utf8.count > $1.path.utf8.count }
    return ordered.isEmpty ? nil : ordered.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
  }

  package func store(_ header: String, from url: String) {
    guard let url = URL(string: url), let host = url.host(), let cookie = Self.parse(header, host: host) else { return }
    if cookie.domain != nil || (cookie.isSecure && url.scheme != "https") { return }
    if cookie.name.hasPrefix("__Host-") && !(cookie.isSecure && cookie.path == "/") { return }
    set(cookie)
  }

  /// A Set-Cookie value with its attributes, as a test of the attributes wants to see them.
  package static func parse(_ header: String, host: String) -> TestCookie? {
    let parts = header.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    guard let first = parts.first, let equals = first.firstIndex(of: "=") else { return nil }
    var cookie = TestCookie(
      name: String(first[..<equals]), value: String(first[first.index(after: equals)...]), host: host)
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      let value = pair.count > 1 ? pair[1] : ""
      switch pair.first?.lowercased() {
      case "path": cookie.path = value.hasPrefix("/") ? value : "/"
      case "secure": cookie.isSecure = true
      case "httponly": cookie.isHTTPOnly = true
      case "samesite": cookie.sameSite = value
      case "max-age": cookie.maxAge = Int(value)
      case "expires": cookie.expires = value
      case "domain": cookie.domain = value
      default: break
      }
    }
    return cookie
  }

  private func matches(_ path: String, _ cookiePath: String) -> Bool {
    let path = path.isEmpty ? "/" : path
    guard path.hasPrefix(cookiePath) else { return false }
    return path.count == cookiePath.count || cookiePath.hasSuffix("/")
      || path.dropFirst(cookiePath.count).hasPrefix("/")
  }
}
