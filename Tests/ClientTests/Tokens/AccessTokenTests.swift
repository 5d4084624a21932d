import OneDoorClient
import OneDoorJOSE
import OneDoorMessages
import Testing

/// RFC 9068 §4, claim by claim.
@Suite struct AccessTokenTests {
  @Test func `a sound token passes and says whom it is about`() throws {
    let token = try TokenForge.verifier.accessToken(
      TokenForge.accessToken(), keys: TokenForge.ring, now: TokenForge.now)
    #expect(token.subject == "subject")
    #expect(token.sessionID == "session-1")
    #expect(token.scopes == ["openid", "profile"])
    #expect(token.grants("profile") && !token.grants("prof") && !token.grants(""))
    #expect(token.expires == TokenForge.now + 300)
  }

  @Test(arguments: ["iss", "sub", "sub_type", "aud", "client_id", "iat", "exp", "jti", "scope"])
  func `a claim that must be there and is not`(claim: String) throws {
    let token = try TokenForge.accessToken { $0[claim] = nil }
    #expect(TokenForge.refusal(ofAccess: token) == TokenError(.missingClaim, claim: claim))
  }

  @Test(arguments: [
    "iss", "sub", "sub_type", "aud", "client_id", "iat", "exp", "jti", "scope", "sid", "auth_time", "acr", "amr", "nbf",
  ])
  func `a claim of the wrong type`(claim: String) throws {
    for wrong: JSON in [.null, true, [["a"]], ["a": 1]] {
      let token = try TokenForge.accessToken { $0[claim] = wrong }
      #expect(TokenForge.refusal(ofAccess: token) == TokenError(.malformedClaim, claim: claim))
    }
  }

  @Test(arguments: ["iat", "exp", "auth_time", "nbf"])
  func `a time that no clock shows`(claim: String) throws {
    for wrong: JSON in [.number(1e300), -1, 253_402_300_800, .number(1.5), "1800000000", .integer(.max)] {
      let token = try TokenForge.accessToken { $0[claim] = wrong }
      #expect(TokenForge.refusal(ofAccess: token) == TokenError(.malformedClaim, claim: claim))
    }
  }

  @Test(arguments: [
    "https://login.example/", "https://LOGIN.example", "http://login.example", "https://login.example.evil", "login",
    "https://login.example\u{0301}",
  ])
  func `another issuer`(issuer: String) throws {
    let token = try TokenForge.accessToken { $0["iss"] = .string(issuer) }
    #expect(TokenForge.refusal(ofAccess: token) == TokenError(.wrongIssuer, claim: "iss"))
  }

  @Test func `an audience is ours among others, or it is not`() throws {
    for good: JSON in ["housing", ["housing"], ["business", "housing"]] {
      #expect(TokenForge.refusal(ofAccess: try TokenForge.accessToken { $0["aud"] = good }) == nil)
    }
    for wrong: JSON in ["business", ["business"], "Housing", "housing ", ["housing/"], "hous"] {
      let token = try TokenForge.accessToken { $0["aud"] = wrong }
      #expect(TokenForge.refusal(ofAccess: token) == TokenError(.wrongAudience, claim: "aud"))
    }
    for malformed: JSON in ["", [], [["housing"]], ["housing": true], 7, [.null], .null] {
      let token = try TokenForge.accessToken { $0["aud"] = malformed }
      #expect(TokenForge.refusal(ofAccess: token) == TokenError(.malformedClaim, claim: "aud"))
    }
  }

  @Test func `times hold to the second, with the skew on either side`() throws {
    let token = try TokenForge.accessToken { $0["nbf"] = .integer(TokenForge.now + 20) }
    let end = TokenForge.now + 300 + TokenForge.skew
    #expect(TokenForge.refusal(ofAccess: token, now: end - 1) == nil)
    #expect(TokenForge.refusal(ofAccess: token, now: end) == TokenError(.expired, claim: "exp"))
    #expect(TokenForge.refusal(ofAccess: token, now: end + 1) == TokenError(.expired, claim: "exp"))
    let start = TokenForge.now + 20 - TokenForge.skew
    #expect(TokenForge.refusal(ofAccess: token, now: start) == nil)
    #expect(TokenForge.refusal(ofAccess: token, now: start - 1) == TokenError(.notYetValid, claim: "nbf"))
    let plain = try TokenForge.accessToken()
    #expect(TokenForge.refusal(ofAccess: plain, now: TokenForge.now - TokenForge.skew) == nil)
    #expect(
      TokenForge.refusal(ofAccess: plain, now: TokenForge.now - TokenForge.skew - 1)
        == TokenError(.issuedInTheFuture, claim: "iat"))
  }

  @Test func `a token that a department holds for itself has no session`() throws {
    let token = try TokenForge.accessToken { claims in
      for name in ["sid", "auth_time", "acr", "amr"] { claims[name] = nil }
      claims["sub_type"] = "department"
    }
    #expect(try TokenForge.verifier.accessToken(token, keys: TokenForge.ring, now: TokenForge.now).sessionID == nil)
  }

  @Test func `an expired session is still known for what it was, and only its end is forgiven`() throws {
    let late = TokenForge.now + 100_000
    let token = try TokenForge.accessToken()
    #expect(
      try TokenForge.verifier.accessToken(token, keys: TokenForge.ring, now: late, acceptingExpired: true).subject
        == "subject")
    let foreign = try TokenForge.accessToken { $0["iss"] = "https://evil.example" }
    #expect(throws: TokenError(.wrongIssuer, claim: "iss")) {
      try TokenForge.verifier.accessToken(foreign, keys: TokenForge.ring, now: late, acceptingExpired: true)
    }
  }

  @Test func `claims that two readers could read in two ways`() throws {
    let doubled = Array(#"{"iss":"https://login.example","sub":"a","sub":"b"}"#.utf8)
    for payload in [doubled, Array("[]".utf8), Array("{".utf8), [], [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xFF]] {
      let token = try TokenForge.raw(header: TokenForge.header(), payload: payload)
      #expect(TokenForge.refusal(ofAccess: token)?.code == .malformedClaims)
    }
  }

  @Test func `a token does not print itself`() throws {
    let compact = try TokenForge.accessToken()
    let token = try TokenForge.verifier.accessToken(compact, keys: TokenForge.ring, now: TokenForge.now)
    var dumped = ""
    dump(token, to: &dumped)
    for text in ["\(token)", String(reflecting: token), dumped] { #expect(!text.contains(compact.suffix(20))) }
  }
}
