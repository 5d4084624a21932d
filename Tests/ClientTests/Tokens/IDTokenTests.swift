import OneDoorClient
import OneDoorJOSE
import OneDoorMessages
import Testing

/// OpenID Connect Core §3.1.3.7, claim by claim.
@Suite struct IDTokenTests {
  @Test func `a sound token passes, signed by either kind of key`() throws {
    for key in [TokenForge.es256, TokenForge.rs256] {
      let token = try TokenForge.verifier.idToken(
        TokenForge.idToken(key: key), nonce: "nonce-1", accessToken: nil, maxAge: nil, keys: TokenForge.ring,
        now: TokenForge.now)
      #expect(token.name == "张伟")
      #expect(token.sessionID == "session-1")
      #expect(!token.isEmailVerified)
    }
  }

  @Test(arguments: ["iss", "sub", "sub_type", "aud", "iat", "exp", "auth_time", "acr", "sid"])
  func `a claim that must be there and is not`(claim: String) throws {
    let token = try TokenForge.idToken { $0[claim] = nil }
    #expect(TokenForge.refusal(ofID: token) == TokenError(.missingClaim, claim: claim))
  }

  @Test(arguments: ["iss", "sub", "aud", "azp", "iat", "exp", "auth_time", "acr", "nonce", "sid", "at_hash", "name"])
  func `a claim of the wrong type`(claim: String) throws {
    let token = try TokenForge.idToken { $0[claim] = ["a": 1] }
    #expect(TokenForge.refusal(ofID: token) == TokenError(.malformedClaim, claim: claim))
  }

  @Test func `an ID token is for us alone`() throws {
    #expect(TokenForge.refusal(ofID: try TokenForge.idToken { $0["aud"] = ["housing"] }) == nil)
    for wrong: JSON in ["business", ["housing", "business"], ["business", "housing"], ["housing", "housing"]] {
      let token = try TokenForge.idToken { $0["aud"] = wrong }
      #expect(TokenForge.refusal(ofID: token) == TokenError(.wrongAudience, claim: "aud"))
    }
  }

  @Test func `an authorized party is ours where there is one`() throws {
    #expect(TokenForge.refusal(ofID: try TokenForge.idToken { $0["azp"] = "housing" }) == nil)
    #expect(
      TokenForge.refusal(ofID: try TokenForge.idToken { $0["azp"] = "business" })
        == TokenError(.wrongAuthorizedParty, claim: "azp"))
  }

  @Test func `an absent nonce fails like a wrong one`() throws {
    let error = TokenError(.wrongNonce, claim: "nonce")
    #expect(TokenForge.refusal(ofID: try TokenForge.idToken(), nonce: "nonce-1") == nil)
    #expect(TokenForge.refusal(ofID: try TokenForge.idToken(), nonce: "nonce-2") == error)
    #expect(TokenForge.refusal(ofID: try TokenForge.idToken { $0["nonce"] = nil }, nonce: "nonce-1") == error)
    #expect(TokenForge.refusal(ofID: try TokenForge.idToken { $0["nonce"] = "" }, nonce: "nonce-1") == error)
  }

  @Test func `the access token beside it is the one it was issued with`() throws {
    let access = try TokenForge.accessToken()
    let other = try TokenForge.accessToken { $0["jti"] = "token-2" }
    let bound = try TokenForge.idToken { $0["at_hash"] = .string(TokenVerifier.hash(of: access)) }
    let error = TokenError(.wrongAccessToken, claim: "at_hash")
    #expect(TokenForge.refusal(ofID: bound, accessToken: access) == nil)
    #expect(TokenForge.refusal(ofID: bound, accessToken: other) == error)
    #expect(TokenForge.refusal(ofID: try TokenForge.idToken(), accessToken: access) == error)
  }

  @Test func `at_hash is the example of the specification`() {
    // OpenID Connect Core §A.3.
    #expect(
      TokenVerifier.hash(of: "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y") == "77QmUPtjPfzWtF2AnpK9RQ")
  }

  @Test func `a login that is too old was not what was asked for`() throws {
    let token = try TokenForge.idToken { $0["auth_time"] = .integer(TokenForge.now - 700) }
    #expect(TokenForge.refusal(ofID: token, maxAge: 700 - TokenForge.skew) == nil)
    #expect(
      TokenForge.refusal(ofID: token, maxAge: 700 - TokenForge.skew - 1)
        == TokenError(.authenticationTooOld, claim: "auth_time"))
  }

  @Test func `times hold to the second`() throws {
    let token = try TokenForge.idToken()
    let end = TokenForge.now + 300 + TokenForge.skew
    #expect(TokenForge.refusal(ofID: token, now: end - 1) == nil)
    #expect(TokenForge.refusal(ofID: token, now: end) == TokenError(.expired, claim: "exp"))
    #expect(
      TokenForge.refusal(ofID: token, now: TokenForge.now - TokenForge.skew - 1)
        == TokenError(.issuedInTheFuture, claim: "iat"))
  }
}
