import OneDoorJOSE

extension OneDoor {
  /// Checks an access token by RFC 9068 §4, here and now: no call to anybody.
  ///
  /// Ask ``verdict(on:)`` next: a token that is genuine may have been ended since.
  public func verify(accessToken: String) throws(TokenError) -> AccessToken {
    try verify(accessToken: accessToken, acceptingExpired: false)
  }

  package func verify(accessToken: String, acceptingExpired: Bool) throws(TokenError) -> AccessToken {
    guard let keys = directory.keys else { throw TokenError(.keysUnavailable) }
    do throws(TokenError) {
      return try verifier.accessToken(
        accessToken, keys: keys, now: clocks.unixTime(), acceptingExpired: acceptingExpired)
    } catch {
      if error.code == .unknownKey { directory.fetchForUnknownKey() }
      throw error
    }
  }

  /// Checks an ID token by OpenID Connect Core §3.1.3.7, here and now. ``finishSignIn(query:sealedState:)`` has already
  /// done it with everything it knows.
  ///
  /// - Parameters:
  ///   - idToken: The token.
  ///   - nonce: What the sign-in began with; a token without it, or with another, is refused.
  ///   - accessToken: The access token that came with it; `at_hash` must match.
  ///   - maxAge: How long ago the person may have signed in at most.
  public func verify(
    idToken: String, nonce: String? = nil, accessToken: String? = nil, maxAge: Duration? = nil
  ) throws(TokenError) -> IDToken {
    guard let keys = directory.keys else { throw TokenError(.keysUnavailable) }
    do throws(TokenError) {
      return try verifier.idToken(
        idToken, nonce: nonce, accessToken: accessToken, maxAge: maxAge.map(OneDoor.seconds), keys: keys,
        now: clocks.unixTime())
    } catch {
      if error.code == .unknownKey { directory.fetchForUnknownKey() }
      throw error
    }
  }

  /// What the revocation feed says of a token's session: ``Verdict/valid``, ``Verdict/ended`` or ``Verdict/undecided``.
  ///
  /// A public department (``ClientCredentials/none``) cannot follow the feed; for it a genuine token is valid until it
  /// expires, five minutes at most.
  public func verdict(on token: AccessToken) -> Verdict {
    guard department.followsRevocation else { return .valid }
    return revocation.verdict(
      sessionID: token.sessionID, tokenID: token.tokenID, issuedAt: token.issuedAt,
      clientID: token.clientID, at: clocks.monotonic())
  }

  /// A century is as good as any longer time, and does not overflow.
  static func seconds(_ duration: Duration) -> Int64 { min(max(duration.components.seconds, 0), 3_155_760_000) }
}
