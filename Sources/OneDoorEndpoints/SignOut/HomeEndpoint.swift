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
      let credential = try await store.signInFacts(facts.person.id)?.credential
      let (sealed, cookies) = try sealedQuestion(about: nil, origin, at: now)
      let view = HomeView(
        personName: facts.person.name, lastSignIn: credential?.lastSignIn(besides: facts.session),
        departments: try await names(in: facts.session.id), signOutJourney: sealed)
      return .showing(.home(view), cookies: cookies)
    }
  }
}
