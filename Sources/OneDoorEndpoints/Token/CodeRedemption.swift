import OneDoorCrypto
import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// grant_type=authorization_code (RFC 6749 §4.1.3): judge, use up, then mint. A genuine code that is presented wrongly is
  /// used up all the same; a second presentation ends what the first one gave.
  func redeemCode(_ parameters: Parameters, by department: Department) async throws -> TokenResponse {
    guard let text = parameters["code"] else { throw TokenRefusal.codeMissing }
    let now = clock()
    guard let bytes = codes.open(text, at: now), let contents = CodeContents(decoding: bytes)
    else { throw TokenRefusal.codeInvalid }
    // An hour longer than it lives: a clock that is set back must not find a used code forgotten.
    let until = contents.issuedAt + policy.codeLife + .hours(1)
    let reuse = end(.participation(contents.participation), cause: .codeReused, at: now)
    do throws(TokenRefusal) {
      try CodeGrant.check(contents, parameters, by: department, policy: policy, now: now)
    } catch {
      // An expired code needs no row: it can never be redeemed again.
      if error != .codeExpired {
        try await store.burn(contents.id, until: until, reuse: reuse)
        feed.signal()
      }
      throw error
    }

    // Nothing is used up for this: what the department may call is not the code's secret.
    let resource = try resource(parameters, for: department, coded: contents.resource)
    let family =
      department.grants.contains(.refreshToken)
      ? NewFamily(id: FamilyID(bytes: try SecureRandom.bytes(16)), mode: department.refresh) : nil
    let redemption = try await store.redeem(
      contents.id, of: contents.participation, by: department, family: family, until: until, at: now, reuse: reuse)
    switch redemption {
    case .alreadyUsed:
      feed.signal()
      throw TokenRefusal.codeUsed
    case .gone:
      throw TokenRefusal.sessionEnded
    case .redeemed(let facts):
      try require(facts.session.isLive(at: now, idle: policy.sessionIdle), or: TokenRefusal.sessionEnded)
      return try mint(
        facts, authentication: contents.authentication, for: department, resource: resource,
        scopes: contents.scopes, named: contents.namedClaims, nonce: contents.nonce,
        refreshToken: family.map { RefreshToken(family: $0.id, counter: 0) }, at: now)
    }
  }
}
