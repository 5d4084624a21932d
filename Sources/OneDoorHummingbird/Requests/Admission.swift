import HTTPTypes
import Hummingbird
import OneDoorClient

/// What one request's credentials are worth, and what its answer must do to the session cookie.
struct Admission: Sendable {
  let visitor: Visitor
  let isBrowserSession: Bool
  /// A bearer token was given, and it is not good. Nothing else of the request counts then.
  let tokenWasInvalid: Bool
  let cookie: ResponseCookie?

  init(_ request: Request, oneDoor: OneDoor) async {
    if let token = Admission.bearerToken(request) {
      self.init(token: token, oneDoor: oneDoor)
    } else {
      await self.init(cookies: RequestCookies(request.headers), oneDoor: oneDoor)
    }
  }

  private init(
    _ visitor: Visitor, isBrowserSession: Bool = false, tokenWasInvalid: Bool = false, cookie: ResponseCookie? = nil
  ) {
    self.visitor = visitor
    self.isBrowserSession = isBrowserSession
    self.tokenWasInvalid = tokenWasInvalid
    self.cookie = cookie
  }

  private init(token: String, oneDoor: OneDoor) {
    let accessToken: AccessToken
    do throws(TokenError) {
      accessToken = try oneDoor.verify(accessToken: token)
    } catch {
      self = error.code == .keysUnavailable ? Admission(.undecided) : Admission(.stranger, tokenWasInvalid: true)
      return
    }
    switch oneDoor.verdict(on: accessToken) {
    case .valid: self.init(.signedIn(Identity(accessToken: accessToken, idToken: nil)))
    case .ended: self.init(.ended)
    case .undecided: self.init(.undecided)
    }
  }

  private init(cookies: RequestCookies, oneDoor: OneDoor) async {
    let name = oneDoor.sessionCookie.name
    guard let sealed = cookies[name] else {
      self.init(.stranger, cookie: cookies.contains(name) ? .cleared(name) : nil)
      return
    }
    switch await oneDoor.check(sealedSession: sealed) {
    case .valid(let session, let isRenewed):
      let identity = Identity(accessToken: session.accessToken, idToken: session.idToken)
      let value = isRenewed ? try? oneDoor.sessionCookie.seal(session) : nil
      self.init(.signedIn(identity), isBrowserSession: true, cookie: value.map { .session(name, $0) })
    case .ended: self.init(.ended, cookie: .cleared(name))
    case .lapsed: self.init(.stranger, cookie: .cleared(name))
    case .undecided: self.init(.undecided, isBrowserSession: true)
    }
  }

  /// RFC 6750 §2.1. Another scheme is not ours to judge. A token given twice, or empty, is one that does not verify.
  private static func bearerToken(_ request: Request) -> String? {
    let fields = request.headers[values: .authorization]
    guard let bearer = fields.first(where: isBearer) else { return nil }
    return fields.count == 1 ? String(bearer.dropFirst(7)) : ""
  }

  private static func isBearer(_ field: String) -> Bool {
    field.lowercased() == "bearer" || field.prefix(7).lowercased() == "bearer "
  }
}
