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
    /// An administrator set the password that was right: another one comes before any session.
    case choosePassword(ProvenStep)
  }

  package enum Problem: Sendable, Equatable {
    case mismatch
    case missingFields
    case tooManyAttempts(retryAfter: Seconds)
    case busy(retryAfter: Seconds)
    case newPassword(NewPasswordProblem)
    /// What was proven is too long ago, or no longer so.
    case stepExpired
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

  private static func isKnown(_ name: String) -> Bool {
    AuthorizationRequest.parameterNames.contains { $0.utf8.elementsEqual(name.utf8) }
  }

  /// Cut at a whole character: what does not fit a form is nobody's login name.
  private static func fitting(_ username: String) -> String {
    // The first bytes only, so that a megabyte is not taken off one by one.
    var fitting = String(decoding: username.utf8.prefix(maximumUsernameByteCount + 4), as: UTF8.self)
    while fitting.utf8.count > maximumUsernameByteCount { fitting.unicodeScalars.removeLast() }
    return fitting
  }
}
