import OneDoorJOSE
import OneDoorLogin
package import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// end_session (OpenID Connect RP-Initiated Logout §2): a department sends the person here to sign out.
  ///
  /// A valid hint about the session or the person in this browser ends the session without a question; without a hint a
  /// page asks, and nothing is redirected to.
  package func endSession(_ parameters: Parameters, _ origin: RequestOrigin) async -> BrowserOutcome {
    await browsing("end_session") {
      try require(parameters.firstDuplicate == nil, or: PageRefusal.duplicateParameter)
      let now = clock()
      let (hint, named) = try signOutHint(parameters)
      let redirect = try hint.flatMap { hint in
        try parameters["post_logout_redirect_uri"].map {
          try VerifiedRedirectURI.verify(postLogout: $0, of: hint.department)
        }
      }
      let state = parameters["state"].flatMap { $0.utf8.count <= AuthorizationRequest.maximumStateBytes ? $0 : nil }
      let current = try await liveSession(of: origin, at: now)
      switch try SignOutDecision.decide(current: current, hint: try await facts(of: hint, for: current)) {
      case .end(let id, let isOurs):
        return signedOut(try await signOut(id, at: now), to: redirect, state: state, clears: isOurs)
      case .ask(let facts): return try await ask(facts, about: named ?? question(parameters, at: now), origin, at: now)
      // A form posted from another site brings no cookie along: it must not be able to take the cookie away.
      case .done: return signedOut([], to: redirect, state: state, clears: false)
      }
    }
  }

  /// The answer to the page that asked: everywhere, or the department only.
  package func confirmSignOut(
    journey: String?, departmentOnly: Bool, _ origin: RequestOrigin
  ) async -> BrowserOutcome {
    await browsing("signout") {
      try require(!origin.isCrossSitePost, or: PageRefusal.crossSite)
      let now = clock()
      guard let question = openQuestion(journey, at: now) else { throw PageRefusal.expiredJourney }
      guard let cookie = origin.browserCookie else { throw PageRefusal.cookiesOff }
      try require(Journey.hash(cookie) == question.browser, or: PageRefusal.foreignJourney)
      let current = try await session(of: origin)
      guard departmentOnly else {
        guard let current else { return signedOut([], to: nil, state: nil) }
        return signedOut(try await signOut(current.session.id, at: now), to: nil, state: nil)
      }
      guard let department = question.department.flatMap({ departments[$0] }) else {
        throw PageRefusal.malformedParameters
      }
      // The same answer sent twice finds nothing to end and says the same; without a session it has ended everywhere.
      guard let current else { return signedOut([], to: nil, state: nil) }
      _ = try await store.end(end(.departure(current.session.id, department.id), cause: .signOut, at: now))
      feed.signal()
      return .showing(.departed(department.name))
    }
  }

  /// Asked again in another language, the page sends its own question along.
  private func question(_ parameters: Parameters, at now: UnixTime) -> Department? {
    openQuestion(parameters["j"], at: now)?.department.flatMap { departments[$0] }
  }

  private func openQuestion(_ sealed: String?, at now: UnixTime) -> SignOutQuestion? {
    guard let sealed, let bytes = signOuts.open(sealed, at: now), let question = SignOutQuestion(decoding: bytes),
      question.startedAt <= now + Policy.clockSkew, now < question.startedAt + policy.journeyLife
    else { return nil }
    return question
  }

  private func ask(
    _ facts: SessionFacts, about department: Department?, _ origin: RequestOrigin, at now: UnixTime
  ) async throws -> BrowserOutcome {
    let joined = try await store.participations(of: facts.session.id)
    let (sealed, cookies) = try sealedQuestion(about: department?.id, origin, at: now)
    let view = SignOutView(
      department: department?.name, personName: facts.person.name, journey: sealed,
      offersDeparture: DepartureChoice.isOffered(department?.id, among: joined))
    return .showing(.signOutQuestion(view), cookies: cookies)
  }

  func sealedQuestion(
    about department: DepartmentID?, _ origin: RequestOrigin, at now: UnixTime
  ) throws -> (sealed: String, cookies: [CookieChange]) {
    let (cookie, changes) = try browserCookie(of: origin)
    let question = SignOutQuestion(department: department, startedAt: now, browser: Journey.hash(cookie))
    return (try seal(question.encoded(), with: signOuts), changes)
  }

  /// Ends the session everywhere. The departments that are told: each has the event within a second.
  private func signOut(_ id: SessionID, at now: UnixTime) async throws -> [LocalizedName] {
    let names = try await names(in: id)
    let outcome = try await store.end(end(.session(id), cause: .signOut, at: now))
    feed.signal()
    return outcome.epoch == nil ? [] : names
  }

  /// The departments of a session, each once.
  func names(in session: SessionID) async throws -> [LocalizedName] {
    var seen: Set<DepartmentID> = []
    return try await store.participations(of: session).map(\.department).filter { seen.insert($0).inserted }
      .compactMap { departments[$0]?.name }
  }

  private func signedOut(
    _ departments: [LocalizedName], to redirect: VerifiedRedirectURI?, state: String?, clears: Bool = true
  ) -> BrowserOutcome {
    let cookies: [CookieChange] = clears ? [.clearSession] : []
    guard let redirect else { return .showing(.signedOut(departments: departments), cookies: cookies) }
    let answer = state.map { [(name: "state", value: $0)] } ?? []
    return .redirect(location: redirect.location(answer), cookies: cookies)
  }
}
