import OneDoorCrypto
import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// The sign-in page of a journey. Where the browser has signed in meanwhile (another tab, the back button), the journey
  /// simply goes on.
  package func showLogin(journey: String?, _ origin: RequestOrigin) async -> BrowserOutcome {
    await browsing("login") {
      let first = try resume(journey, origin)
      return try await decidingTwice(about: first.journey.department) { look in
        let resumed = look == .first ? first : try resume(journey, origin)
        let now = clock()
        let facts = try await liveSession(of: origin, at: now)
        if case .grant(let facts) = try await decide(resumed, session: facts, at: now) {
          return try await grant(resumed.request, to: facts, at: now)
        }
        return try page(for: resumed.journey, resumed.request)
      } otherwise: {
        try page(for: first.journey, first.request)
      }
    }
  }

  package func submitLogin(
    journey: String?, username: String?, password: String?, _ origin: RequestOrigin
  ) async -> BrowserOutcome {
    await browsing("login") {
      try require(!origin.isCrossSitePost, or: PageRefusal.crossSite)
      let resumed = try resume(journey, origin)
      guard let username, let password, !username.isEmpty, !password.isEmpty else {
        return try await perform(resumed.journey.after(.incomplete(username: username ?? "")), resumed, origin)
      }
      let outcome = await takingTurns {
        await login.attempt(name: username, password: password, deviceCookie: origin.deviceCookie, now: clock())
      }
      return try await decidingTwice { look in
        let outcome = look == .first ? outcome : try await again(outcome)
        return try await perform(resumed.journey.after(.attempted(outcome, username: username)), resumed, origin)
      } otherwise: {
        try await perform(resumed.journey.after(.attempted(.mismatch, username: username)), resumed, origin)
      }
    }
  }

  /// The proof, beside what is stored by now: a password that was changed meanwhile proves nothing any more.
  func again(_ outcome: LoginOutcome) async throws(StoreError) -> LoginOutcome {
    guard case .proven(let facts, _, _) = outcome else { return outcome }
    return outcome.again(on: try await store.signInFacts(facts.person.id))
  }

  /// A double click sends the form twice, and one attempt at an account is under way at a time: the second one waits for
  /// its turn a little, or the person would be told of too many attempts while the first one succeeds.
  func takingTurns(_ attempt: () async -> LoginOutcome) async -> LoginOutcome {
    var outcome = LoginOutcome.busy(1)
    for _ in 0..<8 {
      outcome = await attempt()
      guard outcome == .wait(PasswordLogin.gateDelay) else { break }
      try? await Task.sleep(for: .milliseconds(100))
    }
    return outcome
  }

  private func perform(
    _ action: JourneyAction, _ resumed: ResumedJourney, _ origin: RequestOrigin
  ) async throws -> BrowserOutcome {
    switch action {
    case .show(let journey):
      switch journey.problem {
      // RFC 6585 §4 and RFC 9110 §15.6.4 are about this very answer: a redirect would hide them.
      case .tooManyAttempts, .busy: return try page(for: journey, resumed.request)
      default: return try show(journey)
      }
    case .beginSession(let facts, let authentication, let deviceCookie):
      return try await beginSession(facts, authentication, deviceCookie, resumed, origin)
    case .proceed, .unavailable:
      throw PageRefusal.unavailable
    }
  }

  /// A new cookie with each login (session fixation has nothing to fix on). Another person's session in this browser ends
  /// with it; the same person's goes on under the new cookie.
  func beginSession(
    _ facts: SignInFacts, _ authentication: Authentication, _ deviceCookie: String, _ resumed: ResumedJourney,
    _ origin: RequestOrigin
  ) async throws -> BrowserOutcome {
    let now = clock()
    let cookie = SessionCookie(random: try SecureRandom.bytes(32))
    let old = try await liveSession(of: origin, at: now)?.session
    let new = NewSession(
      hash: cookie.hash, authentication: authentication, createdAt: now, expiresAt: now + policy.sessionAbsolute)
    let replaced = old.map { end(.session($0.id), cause: .replacedByLogin, at: now) }
    let session = try await store.signIn(new, facts: facts, replacing: old, end: replaced)
    if old != nil { feed.signal() }

    let changes: [CookieChange] = [.setSession(cookie.value), .setDevice(deviceCookie)]
    // The session is committed, so that the cookie goes out whatever comes next: the sign-in page looks at everything anew.
    let startOver = {
      try show(resumed.journey.with(username: resumed.journey.username, problem: nil), cookies: changes)
    }
    return try await decidingTwice(about: resumed.journey.department) { look in
      guard look == .again else {
        return try await goOn(resumed, with: SessionFacts(session: session, person: facts.person), changes, at: now)
      }
      let own = RequestOrigin(sessionCookie: cookie.value)
      guard let facts = try await liveSession(of: own, at: now), let request = try? checked(resumed.journey.request)
      else { return try startOver() }
      return try await goOn(
        ResumedJourney(journey: resumed.journey, request: request), with: facts, changes, at: now)
    } otherwise: {
      try startOver()
    }
  }

  private func goOn(
    _ resumed: ResumedJourney, with facts: SessionFacts, _ cookies: [CookieChange], at now: UnixTime
  ) async throws -> BrowserOutcome {
    let decision = try await decide(
      resumed, session: facts, confirmed: facts.session.id, isProven: true, at: now)
    guard case .grant(let facts) = decision else {
      // The department hinted at another person than the one who signed in.
      return .answering(resumed.request.refuse(.loginRequired).answer(issuer: issuer), cookies: cookies)
    }
    return try await grant(resumed.request, to: facts, at: now, cookies: cookies)
  }

  private func page(for journey: Journey, _ request: AuthorizationRequest) throws -> BrowserOutcome {
    var problem: SignInProblem?
    var (status, retryAfter): (Int, Int?) = (200, nil)
    switch journey.problem {
    case .mismatch: problem = .mismatch
    case .missingFields: problem = .missingFields
    case .tooManyAttempts(let wait):
      problem = .tooManyAttempts(retryAfter: wait)
      (status, retryAfter) = (429, Int(wait.value))
    case .busy(let wait):
      problem = .busy(retryAfter: wait)
      (status, retryAfter) = (503, Int(wait.value))
    case .stepExpired: problem = .stepExpired
    case .newPassword, nil: problem = nil
    }
    let view = SignInView(
      department: request.department.name, journey: try sealed(journey), username: journey.username, problem: problem,
      formOrigin: request.redirectURI.origin, uiLocales: request.uiLocales)
    return .page(.signIn(view), status: status, retryAfter: retryAfter, cookies: [])
  }
}
