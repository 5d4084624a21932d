import OneDoorJOSE
import OneDoorLogin
package import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// end_session (OpenID Connect RP-Initiated Logout §2): a department sends the person here to sign out everywhere.
  ///
  /// A valid hint about the session in this browser ends it without a question; anything else asks first, and nothing is
  /// redirected to without a valid hint.
  package func endSession(_ parameters: Parameters, _ origin: RequestOrigin) async -> BrowserOutcome {
    await browsing("end_session") {
      try require(parameters.firstDuplicate == nil, or: PageRefusal.duplicateParameter)
      let now = clock()
      let hint = try signOutHint(parameters)
      let redirect = try hint.flatMap { hint in
        try parameters["post_logout_redirect_uri"].map {
          try VerifiedRedirectURI.verify(postLogout: $0, of: hint.department)
        }
      }
      let current = try await liveSession(of: origin, at: now)
      let state = parameters["state"].flatMap { $0.utf8.count <= AuthorizationRequest.maximumStateBytes ? $0 : nil }

      if let hint {
        let hinted = try await participation(of: hint.token)?.session
        if let current {
          let sub = subjects.sub(of: .person(current.person.id), sector: hint.department.sector)
          if hinted?.id == current.session.id || hint.token.subject.hasSameBytes(as: sub) {
            return try await signOut(current.session.id, to: redirect, state: state, at: now)
          }
        } else if let hinted {
          // The hint may be a stranger's own, posted from their page: it ends their session, and takes no cookie away here.
          return try await signOut(hinted.id, to: redirect, state: state, at: now, clears: false)
        }
      }
      // A form posted from another site brings no cookie along: it must not be able to take the cookie away.
      guard let current else { return signedOut([], to: redirect, state: state, clears: false) }
      let continuation = SignOutContinuation(
        department: hint?.department.id, postLogoutRedirectURI: redirect?.text, state: state, startedAt: now,
        browser: [])
      return try ask(current, continuation, hint?.department, redirect, origin)
    }
  }

  /// The answer to the page that asked.
  package func confirmSignOut(journey: String?, _ origin: RequestOrigin) async -> BrowserOutcome {
    await browsing("signout") {
      try require(!origin.isCrossSitePost, or: PageRefusal.crossSite)
      let now = clock()
      guard let journey, let bytes = signOuts.open(journey, at: now),
        let continuation = SignOutContinuation(decoding: bytes), now < continuation.startedAt + policy.journeyLife
      else { throw PageRefusal.expiredJourney }
      guard let cookie = origin.browserCookie else { throw PageRefusal.cookiesOff }
      try require(Journey.hash(cookie) == continuation.browser, or: PageRefusal.foreignJourney)
      let department = continuation.department.flatMap { departments[$0] }
      let redirect = try department.flatMap { department in
        try continuation.postLogoutRedirectURI.map { try VerifiedRedirectURI.verify(postLogout: $0, of: department) }
      }
      guard let current = try await session(of: origin) else {
        return signedOut([], to: redirect, state: continuation.state)
      }
      return try await signOut(current.session.id, to: redirect, state: continuation.state, at: now)
    }
  }

  func ask(
    _ facts: SessionFacts, _ continuation: SignOutContinuation, _ department: Department?,
    _ redirect: VerifiedRedirectURI?, _ origin: RequestOrigin
  ) throws -> BrowserOutcome {
    let (sealed, cookies) = try sealedSignOut(continuation, origin)
    let view = SignOutView(
      department: department?.name, personName: facts.person.name, journey: sealed, formOrigin: redirect?.origin)
    return .showing(.signOutQuestion(view), cookies: cookies)
  }

  func sealedSignOut(
    _ continuation: SignOutContinuation, _ origin: RequestOrigin
  ) throws -> (sealed: String, cookies: [CookieChange]) {
    let (cookie, changes) = try browserCookie(of: origin)
    let bound = SignOutContinuation(
      department: continuation.department, postLogoutRedirectURI: continuation.postLogoutRedirectURI,
      state: continuation.state, startedAt: continuation.startedAt, browser: Journey.hash(cookie))
    return (try seal(bound.encoded(), with: signOuts), changes)
  }

  /// Ends the session everywhere. The departments that took part are named; each has the event within a second.
  private func signOut(
    _ id: SessionID, to redirect: VerifiedRedirectURI?, state: String?, at now: UnixTime, clears: Bool = true
  ) async throws -> BrowserOutcome {
    let took = try await store.participations(of: id).compactMap { departments[$0.department]?.name }
    _ = try await store.end(end(.session(id), cause: .signOut, at: now))
    feed.signal()
    return signedOut(took, to: redirect, state: state, clears: clears)
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
