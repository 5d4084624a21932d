import OneDoorCrypto
package import OneDoorJOSE
import OneDoorMessages

/// The checks, in order: form, type, key and algorithm, signature, and only then what the claims say. Pure: keys and
/// time are handed in.
package struct TokenVerifier: Sendable {
  let issuer: String
  let audience: String
  let clientID: String
  let skew: Int64

  package init(issuer: String, audience: String, clientID: String, skew: Int64) {
    self.issuer = issuer
    self.audience = audience
    self.clientID = clientID
    self.skew = skew
  }

  /// RFC 9068 §4. A browser session keeps its token past `exp` to know what to refresh, hence the last parameter.
  package func accessToken(
    _ compact: String, keys: KeyRing, now: Int64, acceptingExpired: Bool = false
  ) throws(TokenError) -> AccessToken {
    let object = try verified(compact, type: TokenType.accessToken, keys: keys)
    let claims: AccessTokenClaims
    do throws(ClaimFault) { claims = try AccessTokenClaims(object) } catch { throw TokenError(error) }
    try checkIssuer(claims.issuer)
    guard claims.audience.contains(where: { $0.hasSameBytes(as: audience) }) else {
      throw TokenError(.wrongAudience, claim: "aud")
    }
    try checkTimes(of: object, issuedAt: claims.issuedAt, expires: acceptingExpired ? nil : claims.expires, now: now)
    return AccessToken(compact: compact, claims: claims)
  }

  /// OpenID Connect Core §3.1.3.7. A `nonce`, an access token and a maximum age are checked where they are given.
  package func idToken(
    _ compact: String, nonce: String?, accessToken: String?, maxAge: Int64?, keys: KeyRing, now: Int64
  ) throws(TokenError) -> IDToken {
    let object = try verified(compact, type: TokenType.idToken, keys: keys)
    let claims: IDTokenClaims
    do throws(ClaimFault) { claims = try IDTokenClaims(object) } catch { throw TokenError(error) }
    try checkIssuer(claims.issuer)
    // Other audiences beside ours are trusted by nobody here (§3.1.3.7, 3).
    guard claims.audience.count == 1, claims.audience[0].hasSameBytes(as: clientID) else {
      throw TokenError(.wrongAudience, claim: "aud")
    }
    if let authorizedParty = claims.authorizedParty, !authorizedParty.hasSameBytes(as: clientID) {
      throw TokenError(.wrongAuthorizedParty, claim: "azp")
    }
    try checkTimes(of: object, issuedAt: claims.issuedAt, expires: claims.expires, now: now)
    if let nonce {
      guard let given = claims.nonce, constantTimeEquals(Array(given.utf8), Array(nonce.utf8)) else {
        throw TokenError(.wrongNonce, claim: "nonce")
      }
    }
    if let accessToken {
      guard let given = claims.accessTokenHash, given.hasSameBytes(as: Self.hash(of: accessToken)) else {
        throw TokenError(.wrongAccessToken, claim: "at_hash")
      }
    }
    if let maxAge, claims.authenticationTime < now - maxAge - skew {
      throw TokenError(.authenticationTooOld, claim: "auth_time")
    }
    return IDToken(compact: compact, claims: claims)
  }

  /// OpenID Connect Core §3.1.3.6: the left half of the hash that goes with the signature; ours all use SHA-256.
  package static func hash(of accessToken: String) -> String {
    Base64URL.encode(Array(SHA256.hash(Array(accessToken.utf8)).prefix(SHA256.byteCount / 2)))
  }

  private func verified(_ compact: String, type: String, keys: KeyRing) throws(TokenError) -> JSONObject {
    let jws: VerifiedJWS
    do throws(JWSError) {
      jws = try keys.verify(UnverifiedJWS(compact: compact), type: type)
    } catch { throw TokenError(error) }
    do throws(JSONError) { return try jws.claims() } catch { throw TokenError(.malformedClaims) }
  }

  private func checkIssuer(_ issuer: String) throws(TokenError) {
    guard issuer.hasSameBytes(as: self.issuer) else { throw TokenError(.wrongIssuer, claim: "iss") }
  }

  /// RFC 7519 §4.1.4: on or after `exp` a token is not accepted; the skew is added to each end. Every number is one that
  /// the claims' reader has found to lie before the year 10000.
  private func checkTimes(of object: JSONObject, issuedAt: Int64, expires: Int64?, now: Int64) throws(TokenError) {
    if let expires, now >= expires + skew { throw TokenError(.expired, claim: "exp") }
    guard issuedAt <= now + skew else { throw TokenError(.issuedInTheFuture, claim: "iat") }
    let notBefore: Int64?
    do throws(ClaimFault) { notBefore = try ClaimReader(object).optionalTime("nbf") } catch { throw TokenError(error) }
    if let notBefore, notBefore > now + skew { throw TokenError(.notYetValid, claim: "nbf") }
  }
}

extension TokenError {
  init(_ fault: ClaimFault) {
    switch fault {
    case .missing(let name): self.init(.missingClaim, claim: name)
    case .malformed(let name): self.init(.malformedClaim, claim: name)
    }
  }

  init(_ error: JWSError) {
    let code: Code =
      switch error {
      case .tooLong, .malformed: .malformed
      case .header: .unsupportedHeader
      case .algorithm: .wrongAlgorithm
      case .unknownKey: .unknownKey
      case .signature: .wrongSignature
      case .type: .wrongType
      }
    self.init(code)
  }
}
