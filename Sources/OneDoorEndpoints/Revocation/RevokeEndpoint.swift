import OneDoorJOSE
package import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// Token revocation (RFC 7009): a refresh token ends the participation, an access token its `jti`. A token that is not
  /// ours, or no longer valid, is answered like one that was revoked (§2.2).
  package func revoke(_ parameters: Parameters, authorization: String?) async -> APIReply {
    await answering("revoke") {
      let department = try await authenticate(parameters, authorization: authorization).department
      guard let token = parameters["token"] else { throw TokenRefusal.tokenMissing }
      if let refreshToken = refreshTokens.parse(token) {
        try await revoke(refreshToken, by: department)
      } else if let access = genuineAccessToken(token) {
        try await revoke(access, by: department)
      }
      return APIReply(status: 200, contentType: "")
    }
  }

  private func revoke(_ token: RefreshToken, by department: Department) async throws {
    guard let facts = try await store.family(token.family) else { return }
    let participation = facts.facts.participation
    try require(participation.department == department.id, or: TokenRefusal.tokenOfAnotherDepartment)
    _ = try await store.end(end(.participation(participation.handle), cause: .tokenRevoked, at: clock()))
    feed.signal()
  }

  private func revoke(_ token: AccessTokenClaims, by department: Department) async throws {
    try require(token.clientID.hasSameBytes(as: department.id.text), or: TokenRefusal.tokenOfAnotherDepartment)
    let now = clock()
    let expires = UnixTime(token.expires)
    // Asked twice, it is one end: a second row would let whoever holds the token fill storage.
    guard now < expires, try await !store.isRevoked(jti: token.tokenID, department: department.id) else { return }
    let scope = EndScope.token(jti: token.tokenID, department: department.id, expires: expires + Policy.clockSkew)
    _ = try await store.end(end(scope, cause: .tokenRevoked, at: now))
    feed.signal()
  }
}
