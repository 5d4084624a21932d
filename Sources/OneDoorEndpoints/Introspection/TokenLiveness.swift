import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// An access token of ours that is genuine, unexpired and not ended.
struct LiveAccessToken: Sendable {
  let claims: AccessTokenClaims
  let department: Department
  /// Nil for a token that a department holds for itself.
  let facts: ParticipationFacts?
}

extension Provider {
  /// Reads an access token of ours: signature, type and issuer, but not whether it is still live.
  func genuineAccessToken(_ text: String) -> AccessTokenClaims? {
    guard let jws = try? UnverifiedJWS(compact: text),
      let verified = try? keys.snapshot.tokenRing.verify(jws, type: TokenType.accessToken),
      let object = try? verified.claims(), let token = try? AccessTokenClaims(object),
      token.issuer.hasSameBytes(as: issuer)
    else { return nil }
    return token
  }

  /// RFC 7662 §2.2: what `active` means. Everything that can end a token is asked: its time, its `jti`, its department, its
  /// session and person, and every cut-off.
  func liveAccessToken(_ text: String, at now: UnixTime) async throws -> LiveAccessToken? {
    guard let token = genuineAccessToken(text), now < UnixTime(token.expires),
      let department = DepartmentID(token.clientID).flatMap({ departments[$0] }), department.isEnabled
    else { return nil }
    guard let sid = token.sessionHandle else {
      if feed.isCutOff(issuedAt: UnixTime(token.issuedAt), department: department.id) { return nil }
      if try await store.isRevoked(jti: token.tokenID, department: department.id) { return nil }
      return LiveAccessToken(claims: token, department: department, facts: nil)
    }
    guard let handle = ParticipationHandle(sid: sid), let facts = try await store.participation(handle),
      facts.participation.department == department.id, facts.person.isEnabled, now < facts.session.expiresAt
    else { return nil }
    if try await store.isRevoked(jti: token.tokenID, department: department.id) { return nil }
    return LiveAccessToken(claims: token, department: department, facts: facts)
  }
}
