import OneDoorEndpoints

/// Our cookies. On https the `__Host-` prefix makes browsers refuse them from a sister host or without Secure
/// (RFC 6265bis §4.1.3.2); http exists on loopback only, where neither is possible.
struct CookieNames: Sendable {
  let session: String
  let browser: String
  let device: String
  private let isSecure: Bool

  /// A device stays known for 400 days, the longest that browsers keep a cookie.
  private static let deviceLife = 400 * 86_400

  init(isSecure: Bool) {
    self.isSecure = isSecure
    let prefix = isSecure ? "__Host-" : ""
    session = prefix + "onedoor"
    browser = prefix + "onedoor-browser"
    device = prefix + "onedoor-device"
  }

  /// The Set-Cookie value of a change.
  func setCookie(_ change: CookieChange) -> String {
    switch change {
    case .setSession(let value): cookie(session, value, maxAge: nil)
    case .clearSession: cookie(session, "", maxAge: 0)
    case .setBrowser(let value): cookie(browser, value, maxAge: nil)
    case .setDevice(let value): cookie(device, value, maxAge: Self.deviceLife)
    }
  }

  /// Lax and not Strict: a sign-in begins with a link from a department, and must find the session.
  private func cookie(_ name: String, _ value: String, maxAge: Int?) -> String {
    let life = maxAge.map { "; Max-Age=\($0)" } ?? ""
    return "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")\(life)"
  }
}
