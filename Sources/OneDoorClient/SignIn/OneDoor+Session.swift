import OneDoorJOSE
import OneDoorMessages

extension OneDoor {
  /// Trades the refresh token for new tokens of the same session. Callers that come at the same time share one request.
  ///
  /// Throws ``OneDoorError/Code/refused`` when the session is over: sign in again.
  public func refresh(_ session: BrowserSession) async throws(OneDoorError) -> BrowserSession {
    guard let refreshToken = session.refreshToken else { throw OneDoorError(.refused, "there is no refresh token") }
    return try await flights.share(session.accessToken.tokenID + refreshToken) {
      do throws(OneDoorError) {
        return .success(try await self.refreshed(session, with: refreshToken))
      } catch {
        return .failure(error)
      }
    }.get()
  }

  /// Where to send a browser that signs out everywhere (OpenID Connect RP-Initiated Logout). Forget its session first.
  ///
  /// - Parameter session: Whose session ends. Without one, or without its ID token, the provider asks.
  public func signOutURL(for session: BrowserSession?) async throws(OneDoorError) -> String {
    try await signOutAddress(hint: session?.idToken)
  }

  /// An expired session signs out like any other: the hint counts, not the time (RP-Initiated Logout §4).
  package func signOutAddress(sealedSession: String?) async throws(OneDoorError) -> String {
    try await signOutAddress(hint: sealedSession.flatMap { sessionCookie.open($0) }?.idToken)
  }

  private func signOutAddress(hint: IDToken?) async throws(OneDoorError) -> String {
    guard let endpoint = try await directory.known().metadata.endSessionEndpoint else {
      throw OneDoorError(.discovery, "the provider has no end_session endpoint")
    }
    var parameters = [(name: "client_id", value: department.clientID)]
    if let idToken = hint { parameters.append(("id_token_hint", idToken.compact)) }
    if let uri = department.postLogoutRedirectURI { parameters.append(("post_logout_redirect_uri", uri)) }
    return OneDoor.address(endpoint, parameters)
  }

  /// Ends the session at this department only (RFC 7009): its tokens are refused from now on, other departments keep
  /// theirs.
  public func revoke(_ session: BrowserSession) async throws(OneDoorError) {
    if let refreshToken = session.refreshToken {
      try await tokens.revoke(refreshToken, hint: "refresh_token")
    } else {
      try await tokens.revoke(session.accessToken.compact, hint: "access_token")
    }
  }

  private func refreshed(
    _ session: BrowserSession, with refreshToken: String
  ) async throws(OneDoorError) -> BrowserSession {
    let response = try await tokens.tokens([
      ("grant_type", GrantType.refreshToken.rawValue), ("refresh_token", refreshToken),
    ])
    let fresh = try await checkingKeysTwice { () throws(TokenError) -> BrowserSession in
      let accessToken = try self.verify(accessToken: response.accessToken)
      let idToken = try response.idToken.map { token throws(TokenError) in try self.verify(idToken: token) }
      return BrowserSession(
        accessToken: accessToken, idToken: idToken ?? session.idToken,
        refreshToken: response.refreshToken ?? refreshToken)
    }
    // OpenID Connect Core §12.2: the same person, the same session; everything else is somebody else's.
    guard fresh.continues(session) else {
      throw OneDoorError(.malformedAnswer, "the refreshed tokens are of another session")
    }
    return fresh
  }
}

extension BrowserSession {
  fileprivate func continues(_ earlier: BrowserSession) -> Bool {
    let before = earlier.accessToken
    guard accessToken.subject.hasSameBytes(as: before.subject), let now = accessToken.sessionID,
      let then = before.sessionID, now.hasSameBytes(as: then), accessToken.clientID.hasSameBytes(as: before.clientID)
    else { return false }
    return idToken == nil || isOfOnePerson
  }
}
