import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules

/// The cookies of one browser.
struct TestBrowser: Sendable {
  var session: String?
  var browser: String?
  var device: String?

  var origin: RequestOrigin {
    RequestOrigin(sessionCookie: session, browserCookie: browser, deviceCookie: device)
  }

  var crossSite: RequestOrigin {
    RequestOrigin(sessionCookie: session, browserCookie: browser, deviceCookie: device, isCrossSitePost: true)
  }

  @discardableResult
  mutating func take(_ outcome: BrowserOutcome) -> BrowserOutcome {
    for change in outcome.cookies {
      switch change {
      case .setSession(let value): session = value
      case .clearSession: session = nil
      case .setBrowser(let value): browser = value
      case .setDevice(let value): device = value
      }
    }
    return outcome
  }
}

/// What a test wants to know of an answer.
extension BrowserOutcome {
  var cookies: [CookieChange] {
    switch self {
    case .redirect(_, let cookies), .page(_, _, _, let cookies): cookies
    }
  }

  var location: String? {
    if case .redirect(let location, _) = self { location } else { nil }
  }

  var status: Int {
    switch self {
    case .redirect: 303
    case .page(_, let status, _, _): status
    }
  }

  var retryAfter: Int? {
    if case .page(_, _, let retryAfter, _) = self { retryAfter } else { nil }
  }

  var refusal: PageRefusal? {
    if case .page(.refusal(let refusal, _), _, _, _) = self { refusal } else { nil }
  }

  var signIn: SignInView? {
    if case .page(.signIn(let view), _, _, _) = self { view } else { nil }
  }

  var continueAs: ContinueView? {
    if case .page(.continueAs(let view), _, _, _) = self { view } else { nil }
  }

  var formPost: FormPostView? {
    if case .page(.formPost(let view), _, _, _) = self { view } else { nil }
  }

  var signOutQuestion: SignOutView? {
    if case .page(.signOutQuestion(let view), _, _, _) = self { view } else { nil }
  }

  var choosePassword: ChoosePasswordView? {
    if case .page(.choosePassword(let view), _, _, _) = self { view } else { nil }
  }

  var accountPassword: AccountPasswordView? {
    if case .page(.accountPassword(let view), _, _, _) = self { view } else { nil }
  }

  /// The departments of the page that says "signed out".
  var signedOut: [LocalizedName]? {
    if case .page(.signedOut(let departments), _, _, _) = self { departments } else { nil }
  }

  var departed: LocalizedName? {
    if case .page(.departed(let department), _, _, _) = self { department } else { nil }
  }

  var home: HomeView? {
    if case .page(.home(let view), _, _, _) = self { view } else { nil }
  }

  /// A parameter of the redirect's query.
  subscript(_ name: String) -> String? {
    guard let location, let mark = location.utf8.firstIndex(of: UInt8(ascii: "?")) else { return nil }
    let query = location.utf8[location.utf8.index(after: mark)...]
    return (try? FormURLEncoding.parse(Array(query)))?[name]
  }

  /// The path of a redirect to a page of ours.
  var path: String? { location.map { String($0.prefix { $0 != "?" }) } }
}
