import OneDoorJOSE
package import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// Token introspection (RFC 7662): for departments that can authenticate, about tokens that concern them.
  package func introspect(_ parameters: Parameters, authorization: String?) async -> APIReply {
    await answering("introspect") {
      let asker = try await authenticate(parameters, authorization: authorization).department
      try require(asker.isConfidential, or: TokenRefusal.publicClient)
      guard let token = parameters["token"] else { throw TokenRefusal.tokenMissing }
      return APIReply(status: 200, body: try await introspection(of: token, for: asker).serialized())
    }
  }

  private func introspection(of text: String, for asker: Department) async throws -> IntrospectionResponse {
    let now = clock()
    if let refreshToken = refreshTokens.parse(text) {
      guard let facts = try await store.family(refreshToken.family), facts.family.counter == refreshToken.counter,
        facts.facts.participation.department == asker.id, facts.facts.person.isEnabled,
        facts.facts.session.isLive(at: now, idle: policy.sessionIdle)
      else { return .inactive }
      let participation = facts.facts.participation
      return .refreshToken(
        subject: subjects.sub(of: participation.subject, at: asker), clientID: asker.id.text,
        scope: participation.scopes.text, sessionHandle: participation.handle.sid,
        expires: facts.facts.session.expiresAt.seconds)
    }
    guard let live = try await liveAccessToken(text, at: now) else { return .inactive }
    let isCalled = live.claims.audience.contains { $0.hasSameBytes(as: asker.audience) }
    // Whose permission to call has been taken back is told nothing good from then on.
    let concernsAsker = live.department.id == asker.id || isCalled && live.department.mayCall.contains(asker.id)
    return concernsAsker ? .accessToken(live.claims) : .inactive
  }
}
