import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// The provider's own front page: who is signed in, since when, where, and the way out.
  package func home(_ origin: RequestOrigin) async -> BrowserOutcome {
    await browsing("home") {
      let now = clock()
      guard let facts = try await liveSession(of: origin, at: now) else {
        return .showing(.home(HomeView(personName: nil)))
      }
      let took = try await store.participations(of: facts.session.id).compactMap { departments[$0.department]?.name }
      let credential = try await store.signInFacts(facts.person.id)?.credential
      let continuation = SignOutContinuation(
        department: nil, postLogoutRedirectURI: nil, state: nil, startedAt: now, browser: [])
      let (sealed, cookies) = try sealedSignOut(continuation, origin)
      let view = HomeView(
        personName: facts.person.name, lastSignIn: credential?.lastSignIn(besides: facts.session), departments: took,
        signOutJourney: sealed)
      return .showing(.home(view), cookies: cookies)
    }
  }
}
