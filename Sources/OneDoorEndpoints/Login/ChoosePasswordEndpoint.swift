import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// A password that an administrator set was right: the person chooses another one before there is a session.
extension Provider {
  package func showChoosePassword(journey: String?, _ origin: RequestOrigin) async -> BrowserOutcome {
    await browsing("choose password") {
      let resumed = try resume(journey, origin)
      guard case .choosePassword(let proven) = resumed.journey.step else { return try show(resumed.journey) }
      guard proven.holds(at: clock()), try await store.person(proven.person)?.version == proven.version else {
        return try expire(resumed)
      }
      return try choosing(resumed)
    }
  }

  package func submitChoosePassword(
    journey: String?, password: String?, again: String?, _ origin: RequestOrigin
  ) async -> BrowserOutcome {
    await browsing("choose password") {
      try require(!origin.isCrossSitePost, or: PageRefusal.crossSite)
      let resumed = try resume(journey, origin)
      guard case .choosePassword(let proven) = resumed.journey.step else { return try show(resumed.journey) }
      let now = clock()
      guard proven.holds(at: now), let facts = try await store.signInFacts(proven.person), facts.person.isEnabled else {
        return try expire(resumed)
      }
      guard facts.person.version == proven.version else { return try await settle(proven, password, resumed, origin) }
      let chosen = await login.choose(
        password, again: again, for: facts, policy: PasswordPolicy(minimumLength: policy.minimumPasswordLength))
      switch chosen {
      case .refused(let problem): return try show(resumed.journey.after(.refused(problem)), or: resumed)
      case .busy(let wait): return try choosing(resumed, busy: wait)
      case .unavailable: throw PageRefusal.unavailable
      case .hashed(let hash):
        do throws(StoreError) {
          try await store.setPassword(
            facts.person, hash: hash, end: end(.person(facts.person.id), cause: .passwordChanged, at: now))
        } catch .stale {
          return try await settle(proven, password, resumed, origin)
        }
        feed.signal()
        return try await begin(facts.after(newHash: hash), proven, resumed, origin, at: now)
      }
    }
  }

  /// The password has been changed since the step was proven: by this very form, sent twice, or by somebody else. Whose it
  /// is, the new one tells: it is tried as at a sign-in, and counted as one.
  private func settle(
    _ proven: ProvenStep, _ password: String?, _ resumed: ResumedJourney, _ origin: RequestOrigin
  ) async throws -> BrowserOutcome {
    guard let password, !password.isEmpty else { return try expire(resumed) }
    let outcome = await takingTurns {
      await login.attempt(proven.person, password: password, deviceCookie: origin.deviceCookie, now: clock())
    }
    guard case .proven(let facts, let authentication, let cookie) = outcome, !facts.credential.mustChange else {
      return try expire(resumed)
    }
    return try await beginning(resumed) {
      try await beginSession(facts, authentication, cookie, resumed, origin)
    }
  }

  private func begin(
    _ facts: SignInFacts, _ proven: ProvenStep, _ resumed: ResumedJourney, _ origin: RequestOrigin, at now: UnixTime
  ) async throws -> BrowserOutcome {
    let authentication = Authentication(time: proven.at, acr: .password, amr: [.pwd])
    let cookie = try login.deviceCookie(knowing: facts.credential, beside: origin.deviceCookie, at: now)
    return try await beginning(resumed) {
      try await beginSession(facts, authentication, cookie, resumed, origin)
    }
  }

  /// Whoever changed once more meanwhile signs in with what holds by then.
  private func beginning(
    _ resumed: ResumedJourney, _ begin: () async throws -> BrowserOutcome
  ) async throws -> BrowserOutcome {
    do { return try await begin() } catch StoreError.stale { return try expire(resumed) }
  }

  private func expire(_ resumed: ResumedJourney) throws -> BrowserOutcome {
    try show(resumed.journey.after(.stepExpired), or: resumed)
  }

  private func show(_ action: JourneyAction, or resumed: ResumedJourney) throws -> BrowserOutcome {
    guard case .show(let journey) = action else { return try show(resumed.journey) }
    return try show(journey)
  }

  private func choosing(_ resumed: ResumedJourney, busy wait: Seconds? = nil) throws -> BrowserOutcome {
    var problem = wait.map(ChoosePasswordProblem.busy)
    if problem == nil, case .newPassword(let found) = resumed.journey.problem { problem = .new(found) }
    let view = ChoosePasswordView(
      department: resumed.request.department.name, journey: try sealed(resumed.journey),
      username: resumed.journey.username, problem: problem, formOrigin: resumed.request.redirectURI.origin,
      uiLocales: resumed.request.uiLocales)
    return .page(
      .choosePassword(view), status: wait == nil ? 200 : 503, retryAfter: wait.map { Int(clamping: $0.value) },
      cookies: [])
  }
}

extension SignInFacts {
  /// As they stand once the person has a new password of their own.
  func after(newHash hash: String) -> SignInFacts {
    var (person, credential) = (person, credential)
    person.version += 1
    credential.replace(hash: hash, mustChange: false)
    return SignInFacts(person: person, credential: credential)
  }
}
