import OneDoorCrypto
import OneDoorJOSE
import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// A journey that came back, with its request checked anew: what it was sealed with proves nothing about now.
struct ResumedJourney {
  var journey: Journey
  let request: AuthorizationRequest
}

extension Provider {
  /// Begins a journey in this browser and sends it to the page of its step.
  func startJourney(
    _ step: Journey.Step, _ request: AuthorizationRequest, _ parameters: Parameters, _ origin: RequestOrigin,
    at now: UnixTime
  ) throws -> BrowserOutcome {
    let (cookie, changes) = try browserCookie(of: origin)
    let journey = Journey(
      request: parameters, department: request.department.id, redirectURI: request.redirectURI.text, startedAt: now,
      step: step, browserCookie: cookie, username: request.loginHint.flatMap(LoginName.hinted) ?? "")
    guard let journey else { throw request.refuse(.requestTooLarge) }
    return try show(journey, cookies: changes)
  }

  /// The cookie that binds journeys to this browser; one for all its tabs.
  func browserCookie(of origin: RequestOrigin) throws -> (value: String, changes: [CookieChange]) {
    if let value = origin.browserCookie, Base64URL.decode(value)?.count == 32 { return (value, []) }
    let value = Base64URL.encode(try SecureRandom.bytes(32))
    return (value, [.setBrowser(value)])
  }

  func show(_ journey: Journey, cookies: [CookieChange] = []) throws -> BrowserOutcome {
    let path: EndpointPath =
      switch journey.step {
      case .signIn: .login
      case .continueAs: .continueAs
      case .choosePassword: .choosePassword
      }
    return .redirect(location: "\(path.rawValue)?j=\(try sealed(journey))", cookies: cookies)
  }

  func sealed(_ journey: Journey) throws(EndpointFault) -> String { try seal(journey.encoded, with: journeys) }

  func resume(_ sealed: String?, _ origin: RequestOrigin) throws -> ResumedJourney {
    let now = clock()
    guard let sealed, let bytes = journeys.open(sealed, at: now), let journey = Journey(encoded: bytes),
      journey.isLive(at: now, life: policy.journeyLife)
    else { throw PageRefusal.expiredJourney }
    try require(origin.browserCookie != nil, or: PageRefusal.cookiesOff)
    try require(journey.belongs(to: origin.browserCookie), or: PageRefusal.foreignJourney)
    return ResumedJourney(journey: journey, request: try checked(journey.request))
  }

  /// What the journey leads to with this session.
  func decide(
    _ resumed: ResumedJourney, session: SessionFacts?, confirmed: SessionID? = nil, isProven: Bool = false,
    at now: UnixTime
  ) async throws -> AuthorizeDecision {
    let progress = JourneyProgress(startedAt: resumed.journey.startedAt, confirmed: confirmed, isProven: isProven)
    return try await decide(resumed.request, session: session, journey: progress, at: now)
  }

  func decide(
    _ request: AuthorizationRequest, session: SessionFacts?, journey: JourneyProgress?, at now: UnixTime
  ) async throws -> AuthorizeDecision {
    var session = session
    if let facts = session {
      session?.isReturning = try await store.hasLeft(request.department.id, in: facts.session.id)
    }
    return try request.decide(
      session: session, hint: hint(of: request, for: session), journey: journey, policy: policy, now: now)
  }
}
