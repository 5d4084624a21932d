import OneDoorMessages

/// What a checked request leads to.
package enum AuthorizeDecision: Sendable, Equatable {
  /// The person must prove who they are.
  case signIn
  /// The person is asked "Continue as <name>?".
  case continueAs(SessionFacts)
  case grant(SessionFacts)
}

/// What the person has done in this journey so far.
package struct JourneyProgress: Sendable, Equatable {
  /// A login after this time is a fresh one for this request.
  package let startedAt: UnixTime
  /// The session for which "Continue as" was confirmed.
  package let confirmed: SessionID?
  /// The session was begun by a login in this very journey.
  package let isProven: Bool

  package init(startedAt: UnixTime, confirmed: SessionID? = nil, isProven: Bool = false) {
    self.startedAt = startedAt
    self.confirmed = confirmed
    self.isProven = isProven
  }

  /// Times are whole seconds: a login in the second in which the journey began may be the old one that the request does
  /// not take. Another tab that signs in within that second is asked again.
  func isFresh(_ signedIn: UnixTime) -> Bool { isProven || signedIn > startedAt }
}

extension AuthorizationRequest {
  /// Decides on what is known of the browser's session. `hintedSubject` is the person that a verified id_token_hint speaks
  /// of, `journey` what was done since the request came in (nil: nothing yet).
  package func decide(
    session: SessionFacts?, hint: HintedPerson, journey: JourneyProgress?, policy: Policy, now: UnixTime
  ) throws(RedirectRefusal) -> AuthorizeDecision {
    if case .invalid = hint { throw refuse(.hintNotOurs) }
    guard let facts = session, facts.session.isLive(at: now, idle: policy.sessionIdle), facts.person.isEnabled,
      satisfiesFreshness(facts.session, journey: journey, now: now), hint.allows(facts.person.id)
    else {
      // OpenID Connect Core §3.1.2.1: `none` must not display any page.
      if prompts.contains(.none) { throw refuse(.loginRequired) }
      return .signIn
    }
    let asks = prompts.contains(.consent) || prompts.contains(.selectAccount) || facts.isReturning
    // Who has typed a password in this very journey has just said who they want to be.
    let isFresh = journey?.isFresh(facts.session.authentication.time) ?? false
    if asks && !isFresh && journey?.confirmed != facts.session.id {
      // Whoever signed out of this department does not find themselves inside again without a word.
      if prompts.contains(.none) { throw refuse(.returnUnconfirmed) }
      return .continueAs(facts)
    }
    return .grant(facts)
  }

  private func satisfiesFreshness(_ session: SSOSession, journey: JourneyProgress?, now: UnixTime) -> Bool {
    let signedIn = session.authentication.time
    // A login within this very journey is as fresh as it can be; otherwise max_age=0 could never be met.
    if let journey, journey.isFresh(signedIn) { return true }
    if prompts.contains(.login) { return false }
    if let maxAge { return now - signedIn <= maxAge && maxAge > 0 }
    return true
  }
}

/// OpenID Connect Core §3.1.2.1, id_token_hint: the answer must be about the hinted person or be an error.
package enum HintedPerson: Sendable, Equatable {
  case absent
  case invalid
  case person(PersonID)
  /// A valid hint that speaks of nobody who is signed in here now.
  case somebodyElse

  func allows(_ person: PersonID) -> Bool {
    switch self {
    case .absent: true
    case .invalid, .somebodyElse: false
    case .person(let hinted): hinted == person
    }
  }
}
