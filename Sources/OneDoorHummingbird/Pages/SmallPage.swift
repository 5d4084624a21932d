import HTTPTypes
import Hummingbird
import NIOCore
import OneDoorCrypto
import OneDoorJOSE

/// A page of a heading and one thing to do. No script, nothing from elsewhere, not to be framed, not to be kept.
struct SmallPage: Sendable {
  enum Step: Sendable {
    case link(to: String, String)
    case post(to: String, String)
    case none
  }

  let phrases: Phrases
  let heading: String
  let text: String?
  let step: Step

  func response(
    _ status: HTTPResponse.Status, formOrigins: [String] = [], headers: HTTPFields = [:]
  ) -> Response {
    let body = ByteBuffer(string: html)
    var headers = headers
    headers[.contentType] = "text/html; charset=utf-8"
    headers[.contentLength] = String(body.readableBytes)
    headers[.contentLanguage] = phrases.language
    headers[.cacheControl] = "no-store"
    headers[.vary] = "Accept-Language, Cookie"
    headers[.contentSecurityPolicy] = SmallPage.policy(formOrigins)
    headers[.xContentTypeOptions] = "nosniff"
    // Not `no-referrer`: our own form would then post with `Origin: null`.
    if let referrerPolicy = HTTPField.Name("Referrer-Policy") { headers[referrerPolicy] = "same-origin" }
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
  }

  private var html: String {
    let action =
      switch step {
      case .link(let path, let label): "<p><a class=\"step\" href=\"\(escaped(path))\">\(escaped(label))</a></p>"
      case .post(let path, let label):
        "<form method=\"post\" action=\"\(escaped(path))\"><button class=\"step\">\(escaped(label))</button></form>"
      case .none: ""
      }
    let notice = phrases.draftNotice.map {
      "<p><small>\(escaped($0)) <span lang=\"en\" dir=\"ltr\">\(SmallPage.draftNotice)</span></small></p>"
    }
    return """
      <!doctype html>
      <html lang="\(phrases.language)" dir="\(phrases.isRightToLeft ? "rtl" : "ltr")"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(heading))</title><style>\(SmallPage.style)</style></head>
      <body><main><h1>\(escaped(heading))</h1>\(text.map { "<p>\(escaped($0))</p>" } ?? "")\(action)\(notice ?? "")</main></body></html>
      """
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  private static let draftNotice = "Draft translation, not checked yet."

  private static let style = """
    :root{color-scheme:light dark}\
    body{margin:0;font:1.0625rem/1.5 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}\
    main{max-inline-size:34rem;margin-inline:auto;padding:2rem 1rem}\
    .step{display:inline-block;min-block-size:1.5rem;padding:.625rem 1.25rem;border:2px solid;font:inherit;\
    color:inherit;background:none;text-decoration:none;cursor:pointer}\
    .step:focus-visible{outline:3px solid;outline-offset:3px}
    """

  /// The one style above by its hash: no other, and nothing else at all.
  private static let styleHash = Base64URL.encodeBytes(SHA256.hash(Array(style.utf8))).map { letter in
    switch letter {
    case UInt8(ascii: "-"): UInt8(ascii: "+")
    case UInt8(ascii: "_"): UInt8(ascii: "/")
    default: letter
    }
  }

  /// Chromium holds `form-action` against the redirects after a form too, hence the provider's origin where a form leads
  /// there.
  private static func policy(_ formOrigins: [String]) -> String {
    let forms = (["'self'"] + formOrigins).joined(separator: " ")
    return "default-src 'none'; style-src 'sha256-\(String(decoding: styleHash, as: UTF8.self))='; "
      + "form-action \(forms); base-uri 'none'; frame-ancestors 'none'"
  }
}
