import OneDoorMessages

/// A sign-in from a browser that nobody knows: authorize, the page, the form, the code's redemption.
final class LoginVisitor: Visitor {
  private enum Step {
    case authorize
    case page(String)
    case form(journey: String)
    case token(code: String)
  }

  private let citizen: Citizen
  private var step = Step.authorize
  private var browserCookie = ""

  init(_ citizen: Citizen) { self.citizen = citizen }

  private var cookie: String { "onedoor-browser=\(browserCookie)" }

  func next() -> [UInt8] {
    switch step {
    case .authorize: RequestText.get(citizen.authorizeTarget, host: citizen.host)
    case .page(let target): RequestText.get(target, host: citizen.host, cookie: cookie)
    case .form(let journey):
      RequestText.post(
        EndpointPath.login.rawValue, host: citizen.host,
        form: [
          ("j", journey), ("ui_locales", "en"), ("username", citizen.account.login),
          ("password", citizen.account.password),
        ], cookie: cookie)
    case .token(let code): citizen.redemption(of: code)
    }
  }

  func take(_ answer: HTTPAnswer) throws -> Bool {
    switch step {
    case .authorize:
      try answer.require(303, "authorize without a session")
      guard let location = answer.location, let browser = answer.cookie("\r\nset-cookie: onedoor-browser=") else {
        throw answer.missing("way to the sign-in page")
      }
      browserCookie = browser
      step = .page(location)
    case .page:
      try answer.require(200, "the sign-in page")
      guard let journey = answer.body.text(after: "name=\"j\" value=\"", before: UInt8(ascii: "\"")) else {
        throw answer.missing("form")
      }
      step = .form(journey: journey)
    case .form:
      guard let session = answer.cookie("\r\nset-cookie: onedoor=") else { throw answer.missing("session") }
      citizen.sessionCookie = session
      step = .token(code: try citizen.code(in: answer))
    case .token:
      try citizen.takeTokens(answer)
      step = .authorize
      return true
    }
    return false
  }
}
