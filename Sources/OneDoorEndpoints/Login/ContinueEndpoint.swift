import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// "Continue as <name>?": asked where the department wants the person to choose.
  package func showContinue(journey: String?, _ origin: RequestOrigin) async -> BrowserOutcome {
    await browsing("continue") {
      var resumed = try resume(journey, origin)
      let now = clock()
      guard let facts = try await liveSession(of: origin, at: now) else {
        resumed.journey.step = .signIn
        return try show(resumed.journey)
      }
      // Somebody else has signed in meanwhile: the question is about whoever is signed in now.
      resumed.journey.step = .continueAs(facts.person.id, facts.session.id)
      let credential = try await store.signInFacts(facts.person.id)?.credential
      let view = ContinueView(
        department: resumed.request.department.name, personName: facts.person.name,
        lastSignIn: credential?.lastSignIn(besides: facts.session), journey: try sealed(resumed.journey),
        formOrigin: resumed.request.redirectURI.origin,
        uiLocales: resumed.request.uiLocales)
      return .showing(.continueAs(view))
    }
  }

  package func submitContinue(journey: String?, another: Bool, _ origin: RequestOrigin) async -> BrowserOutcome {
    await browsing("continue") {
      try require(!origin.isCrossSitePost, or: PageRefusal.crossSite)
      let first = try resume(journey, origin)
      return try await decidingTwice(about: first.journey.department) { look in
        try await answer(look == .first ? first : try resume(journey, origin), another: another, origin)
      } otherwise: {
        // The page asks again, about whoever is signed in by then.
        try show(first.journey)
      }
    }
  }

  private func answer(
    _ resumed: ResumedJourney, another: Bool, _ origin: RequestOrigin
  ) async throws -> BrowserOutcome {
    let now = clock()
    let facts = try await liveSession(of: origin, at: now)
    let action = resumed.journey.after(another ? .wantsAnother : .confirmed(session: facts))
    switch action {
    case .proceed(let facts):
      let decision = try await decide(resumed, session: facts, confirmed: facts.session.id, at: now)
      guard case .grant(let facts) = decision else {
        var journey = resumed.journey
        journey.step = .signIn
        return try show(journey)
      }
      return try await grant(resumed.request, to: facts, at: now)
    case .show where !another && facts != nil:
      // Not the person of the page: ask again, about the one who is signed in.
      return try show(resumed.journey)
    case .show(let journey): return try show(journey)
    case .beginSession, .unavailable: throw PageRefusal.unavailable
    }
  }
}
