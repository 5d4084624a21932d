import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// grant_type=refresh_token (RFC 6749 §6).
  func refresh(_ parameters: Parameters, by department: Department) async throws -> TokenResponse {
    guard let text = parameters["refresh_token"] else { throw TokenRefusal.refreshTokenMissing }
    guard let token = refreshTokens.parse(text) else { throw TokenRefusal.refreshTokenInvalid }
    let now = clock()
    guard let facts = try await store.family(token.family) else { throw TokenRefusal.refreshTokenInvalid }
    let decision = try RefreshGrant.decide(
      token, family: facts.family, participation: facts.facts.participation, session: facts.facts.session,
      by: department, policy: policy, now: now)
    if case .end(let refusal, let cause) = decision {
      _ = try await store.end(end(.participation(facts.facts.participation.handle), cause: cause, at: now))
      feed.signal()
      throw refusal
    }
    try require(facts.facts.person.isEnabled, or: TokenRefusal.sessionEnded)
    let scopes = try RefreshGrant.scopes(
      parameters["scope"], granted: facts.facts.participation.scopes, by: department)

    let resource = try resource(parameters, for: department)
    var counter = facts.family.counter
    switch decision {
    case .keep(let notesActivity):
      if notesActivity { try await store.touch(facts, department: department, at: now) }
    case .rotate:
      try await store.rotate(facts, department: department, at: now)
      counter += 1
    case .repeatSuccessor, .end:
      break
    }
    return try mint(
      facts.facts, authentication: facts.facts.session.authentication, for: department, resource: resource,
      scopes: scopes, named: facts.facts.participation.namedClaims.idToken, nonce: nil,
      refreshToken: RefreshToken(family: token.family, counter: counter), at: now)
  }
}
