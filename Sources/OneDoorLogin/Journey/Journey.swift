import OneDoorCrypto
package import OneDoorMessages
package import OneDoorRules

/// A login under way, as a value: what was asked, how far it has come, and which browser it belongs to. It travels sealed
/// in the URL parameter `j` and needs no row (DESIGN.md §4).
package struct Journey: Sendable, Equatable {
  package enum Step: Sendable, Equatable {
    case signIn
    /// "Continue as …?": the session and its person when the page was made. Both are looked up again on the answer.
    case continueAs(PersonID, SessionID)
  }

  package enum Problem: Sendable, Equatable {
    case mismatch
    case missingFields
    case tooManyAttempts(retryAfter: Seconds)
    case busy(retryAfter: Seconds)
  }

  /// The authorization request: the parameters that the provider knows, in order.
  package let request: Parameters
  package let department: DepartmentID
  package let redirectURI: String
  package let startedAt: UnixTime
  package var step: Step
  /// SHA-256 of the browser cookie: a journey goes on only in the browser that began it.
  package let browser: [UInt8]
  /// Kept for the form; never the password.
  package private(set) var username: String
  package var problem: Problem?

  package static let maximumRequestByteCount = 2560
  package static let maximumUsernameByteCount = 192

  /// Unknown parameters are dropped (RFC 6749 §3.1); nil where what is left is more than a URL should carry.
  package init?(
    request: Parameters, department: DepartmentID, redirectURI: String, startedAt: UnixTime, step: Step = .signIn,
    browserCookie: String, username: String = ""
  ) {
    let known = request.entries.filter { Journey.isKnown($0.name) }
    let size = known.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    guard known.count <= 64, size <= Journey.maximumRequestByteCount,
      redirectURI.utf8.count <= Journey.maximumRequestByteCount
    else { return nil }
    self.init(
      request: Parameters(known), department: department, redirectURI: redirectURI, startedAt: startedAt, step: step,
      browser: Journey.hash(browserCookie), username: username, problem: nil)
  }

  init(
    request: Parameters, department: DepartmentID, redirectURI: String, startedAt: UnixTime, step: Step,
    browser: [UInt8], username: String, problem: Problem?
  ) {
    self.request = request
    self.department = department
    self.redirectURI = redirectURI
    self.startedAt = startedAt
    self.step = step
    self.browser = browser
    self.username = Journey.fitting(username)
    self.problem = problem
  }

  package func belongs(to browserCookie: String?) -> Bool {
    guard let browserCookie else { return false }
    return constantTimeEquals(browser, Journey.hash(browserCookie))
  }

  package func isLive(at now: UnixTime, life: Seconds) -> Bool {
    startedAt <= now + Policy.clockSkew && now < startedAt + life
  }

  package func with(username: String, problem: Problem?) -> Journey {
    var journey = self
    journey.username = Journey.fitting(username)
    journey.problem = problem
    return journey
  }

  package static func hash(_ browserCookie: String) -> [UInt8] { SHA256.hash(Array(browserCookie.utf8)) }

  /// What the authorization endpoint understands: RFC 6749 §4.1.1, RFC 7636 §4.3, OpenID Connect Core §3.1.2.1.
  private static let parameterNames = [
    "client_id", "redirect_uri", "response_type", "response_mode", "scope", "state", "nonce", "code_challenge",
    "code_challenge_method", "prompt", "max_age", "login_hint", "ui_locales", "id_token_hint", "acr_values", "display",
    "request", "request_uri",
  ]

  private static func isKnown(_ name: String) -> Bool {
    parameterNames.contains { $0.utf8.elementsEqual(name.utf8) }
  }

  /// Cut at a whole character: what does not fit a form is nobody's login name.
  private static func fitting(_ username: String) -> String {
    // The first bytes only, so that a megabyte is not taken off one by one.
    var fitting = String(decoding: username.utf8.prefix(maximumUsernameByteCount + 4), as: UTF8.self)
    while fitting.utf8.count > maximumUsernameByteCount { fitting.unicodeScalars.removeLast() }
    return fitting
  }
}
