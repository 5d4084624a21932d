import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import OneDoorClient
import OneDoorCrypto
import OneDoorHummingbird
import OneDoorRules
import OneDoorWeb

/// The one page of a demo's site.
struct DemoPage: Sendable {
  let site: DemoSite
  let visitor: Visitor
  let words: DemoWords

  func response() -> Response {
    let body = ByteBuffer(string: html)
    var headers: HTTPFields = [
      .contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .contentLanguage: words.language,
      .contentSecurityPolicy: Self.policy, .xContentTypeOptions: "nosniff",
    ]
    if let name = HTTPField.Name("Referrer-Policy") { headers[name] = "same-origin" }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
  }

  /// The provider's door in the department's colour.
  static func icon(colour: String) -> Response {
    let text = Icon.text.replacing("#0b4f9e", with: colour)
    let headers: HTTPFields = [
      .contentType: Icon.type, .cacheControl: "public, max-age=3600", .xContentTypeOptions: "nosniff",
    ]
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// Signing out is a form, and Chromium applies `form-action` to where it is sent on to: the provider, on loopback.
  private static let policy =
    "default-src 'none'; style-src '\(styleHash)'; img-src 'self'; form-action 'self' http://localhost:*; frame-ancestors 'none'; "
    + "base-uri 'none'"

  private static let styleHash = "sha256-" + Data(SHA256.hash(Array(DemoStyle.text.utf8))).base64EncodedString()

  private var html: String {
    let name = escaped(site.name.text(in: words.language))
    let notice = words.draftNotice.map {
      "<p><small>\(escaped($0)) <span lang=\"en\" dir=\"ltr\">Draft translation, not checked yet.</span></small></p>"
    }
    return """
      <!doctype html>
      <html lang="\(words.language)" dir="\(words.direction)">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(name)</title><link rel="icon" type="\(Icon.type)" href="\(Icon.usualPath)"><style>\(DemoStyle.text)</style></head>
      <body class="\(site.id)">
      <header><p>\(name)</p></header>
      <main>
      \(content(name))
      \(notice ?? "")
      </main>
      </body></html>

      """
  }

  private func content(_ name: String) -> String {
    switch visitor {
    case .stranger:
      return "<h1>\(name)</h1>\n<p>\(escaped(site.about.text(in: words.language)))</p>\n\(signIn)"
    case .ended: return "<h1>\(words.ended)</h1>\n<p>\(words.endedHow)</p>\n\(signIn)"
    case .undecided: return "<h1>\(words.undecided)</h1>\n<p>\(words.undecidedHow)</p>"
    case .signedIn(let identity):
      return """
        <h1>\(words.signedInAs) <bdi id="name">\(escaped(identity.name ?? identity.subject))</bdi></h1>
        <form method="post" action="/signout"><button>\(words.signOut)</button></form>
        <h2>\(words.token)</h2>
        <p>\(words.tokenHow)</p>
        <table>\(claims(identity))</table>
        <details><summary>\(words.raw)</summary>
        <p>\(words.rawHow)</p>
        <pre id="token" dir="ltr">\(escaped(identity.accessToken.compact))</pre>
        <pre dir="ltr">curl -H "Authorization: Bearer $TOKEN" \(site.origin)/api/whoami</pre></details>
        """
    }
  }

  private var signIn: String { "<p><a class=\"step\" href=\"/signin\">\(words.signIn)</a></p>" }

  private func claims(_ identity: Identity) -> String {
    let token = identity.accessToken
    var rows: [(String, String)] = [
      ("sub", identity.subject), ("sid", identity.sessionID ?? ""), ("aud", token.audience.joined(separator: " ")),
      ("scope", identity.scopes.joined(separator: " ")), ("acr", token.authenticationContext ?? ""),
      ("amr", token.authenticationMethods.joined(separator: " ")),
      ("auth_time", token.authenticationTime.map(time) ?? ""), ("exp", time(token.expires)),
    ]
    if let person = identity.idToken {
      rows += [
        ("name", person.name ?? ""), ("preferred_username", person.preferredUsername ?? ""),
        ("email", person.email ?? ""), ("phone_number", person.phoneNumber ?? ""),
      ]
    }
    return rows.filter { !$0.1.isEmpty }
      .map { "<tr><th scope=\"row\">\($0.0)</th><td><bdi>\(escaped($0.1))</bdi></td></tr>" }.joined(separator: "\n")
  }

  private func time(_ seconds: Int64) -> String { TimeText.local.absolute(.init(seconds)) }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
