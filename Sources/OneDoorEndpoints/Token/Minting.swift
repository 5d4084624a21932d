import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules

extension Provider {
  /// Signs what a participation is answered with. It comes after the commit: nothing unacknowledged lives.
  func mint(
    _ facts: ParticipationFacts, authentication: Authentication, for department: Department, resource: Department?,
    scopes: ScopeSet, named: ClaimSet, nonce: String?, refreshToken: RefreshToken?, at now: UnixTime
  ) throws -> TokenResponse {
    let access = claims.accessToken(
      for: facts, authentication: authentication, department: department, resource: resource, scopes: scopes,
      tokenID: try newTokenID(), now: now)
    let accessToken = try keys.tokenSigner(department.accessTokenAlgorithm, at: now)
      .sign(typ: TokenType.accessToken, payload: access.serialized())
    let identity = claims.idToken(
      for: facts, authentication: authentication, department: department, scopes: scopes, named: named,
      nonce: nonce, accessToken: accessToken, now: now)
    let idToken = try keys.tokenSigner(department.idTokenAlgorithm, at: now)
      .sign(typ: TokenType.idToken, payload: identity.serialized())
    return TokenResponse(
      accessToken: accessToken, expiresIn: access.expires - now.seconds, scope: access.scope,
      refreshToken: refreshToken.map(refreshTokens.text), idToken: idToken)
  }

  func newTokenID() throws(CryptoError) -> String { Base64URL.encode(try SecureRandom.bytes(16)) }
}
