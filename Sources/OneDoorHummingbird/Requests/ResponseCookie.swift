import HTTPTypes

/// A `Set-Cookie` value of ours: never readable by scripts, never sent along with another site's posts, tied to TLS
/// wherever there is TLS. A name that begins with `__Host-` demands `Secure` and `Path=/`.
struct ResponseCookie: Sendable, Equatable {
  let name: String
  let value: String
  /// Nil: until the browser is closed.
  let maxAge: Int?

  static func session(_ name: String, _ value: String) -> ResponseCookie {
    ResponseCookie(name: name, value: value, maxAge: nil)
  }

  static func cleared(_ name: String) -> ResponseCookie { ResponseCookie(name: name, value: "", maxAge: 0) }

  var text: String {
    let secure = name.hasPrefix("__Host-") ? "; Secure" : ""
    let life = maxAge.map { "; Max-Age=\($0)" } ?? ""
    return "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(secure)\(life)"
  }
}

extension HTTPFields {
  mutating func setCookie(_ cookie: ResponseCookie) { append(HTTPField(name: .setCookie, value: cookie.text)) }
}
