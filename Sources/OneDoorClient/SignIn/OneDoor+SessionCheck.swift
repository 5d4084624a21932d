/// What a request's session cookie is worth right now.
package enum SessionCheck: Sendable {
  /// Signed in. `isRenewed`: the tokens are new, and the answer must carry a new cookie.
  case valid(BrowserSession, isRenewed: Bool)
  /// Ended before its time, by somebody.
  case ended
  /// Over in the ordinary way, or no session at all: sign in again.
  case lapsed
  /// Nobody can say now: serve nothing, keep the cookie.
  case undecided
}

extension OneDoor {
  /// Checks the sealed session of a cookie: genuine, not ended, and no older than its access token, which is renewed
  /// where it has run out.
  package func check(sealedSession: String) async -> SessionCheck {
    guard let sealed = sessionCookie.open(sealedSession) else { return .lapsed }
    let token: AccessToken
    if directory.keys == nil { _ = try? await directory.known() }
    do throws(OneDoorError) {
      token = try await checkingKeysTwice { () throws(TokenError) -> AccessToken in
        try self.verify(accessToken: sealed.accessToken, acceptingExpired: true)
      }
    } catch {
      // A token whose key the provider has withdrawn is worth nothing: sign in again.
      return error.tokenError?.code == .keysUnavailable ? .undecided : .lapsed
    }
    let session = BrowserSession(accessToken: token, idToken: sealed.idToken, refreshToken: sealed.refreshToken)
    switch verdict(on: token) {
    case .ended: return .ended
    case .undecided: return .undecided
    case .valid: break
    }
    return clocks.unixTime() < token.expires ? .valid(session, isRenewed: false) : await renew(session)
  }

  private func renew(_ session: BrowserSession) async -> SessionCheck {
    guard session.refreshToken != nil else { return .lapsed }
    do throws(OneDoorError) {
      let fresh = try await refresh(session)
      // What a shared flight brought may have been ended while it was kept.
      switch verdict(on: fresh.accessToken) {
      case .valid: return .valid(fresh, isRenewed: true)
      case .ended: return .ended
      case .undecided: return .undecided
      }
    } catch {
      // `invalid_client` is our own mistake: it must not sign everybody out.
      return error.code == .refused && error.providerCode == "invalid_grant" ? .lapsed : .undecided
    }
  }
}
