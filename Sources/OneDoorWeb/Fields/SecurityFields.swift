import HTTPTypes

/// The fields that every answer of a kind carries (OWASP ASVS 5.0 §3.4), made once at start.
package struct SecurityFields: Sendable {
  private let byKind: [RouteKind: HTTPFields]

  init(isSecure: Bool) {
    var byKind: [RouteKind: HTTPFields] = [:]
    for kind in RouteKind.allCases { byKind[kind] = Self.fields(kind, isSecure: isSecure) }
    self.byKind = byKind
  }

  func fields(for kind: RouteKind) -> HTTPFields { byKind[kind] ?? Self.fields(kind, isSecure: true) }

  /// `Server` has no version: it would tell a stranger which holes to try.
  static let server = "OneDoor"

  private static func fields(_ kind: RouteKind, isSecure: Bool) -> HTTPFields {
    var fields = HTTPFields()
    fields.append(HTTPField(name: .server, value: server))
    fields.append(HTTPField(name: .xContentTypeOptions, value: "nosniff"))
    fields.append(HTTPField(name: .referrerPolicy, value: "no-referrer"))
    switch kind {
    case .page, .api, .feed: fields.append(HTTPField(name: .cacheControl, value: "no-store"))
    case .document: fields.append(HTTPField(name: .cacheControl, value: "public, max-age=3600"))
    case .asset: fields.append(HTTPField(name: .cacheControl, value: "public, max-age=31536000, immutable"))
    }
    // A page states its own policy, since a form of it may lead to a department.
    if kind != .page {
      fields.append(HTTPField(name: .contentSecurityPolicy, value: "default-src 'none'; frame-ancestors 'none'"))
    }
    if isSecure { fields.append(HTTPField(name: .strictTransportSecurity, value: "max-age=31536000")) }
    return fields
  }

  /// The policy of a page. Chromium applies `form-action` to the redirects after a form as well, so the origin to which
  /// the verified redirect URI belongs must be in it.
  /// A page that submits itself runs the one script of ours, leads nowhere but to the department, and is the only one to
  /// run anything.
  package static func pagePolicy(formOrigin: String?, submitsItself: Bool = false) -> String {
    var target = "'self'"
    if let formOrigin, isSafeSource(formOrigin) { target += " " + formOrigin }
    if submitsItself, let formOrigin, isSafeSource(formOrigin) { target = formOrigin }
    let script = submitsItself ? " script-src 'self';" : ""
    return "default-src 'none';\(script) style-src 'self'; img-src 'self'; form-action \(target); "
      + "frame-ancestors 'none'; base-uri 'none'"
  }

  /// Nothing that could begin another source or another directive.
  private static func isSafeSource(_ origin: String) -> Bool {
    !origin.isEmpty
      && origin.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "."),
          UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "["), UInt8(ascii: "]"):
          true
        default: false
        }
      }
  }
}
