import OneDoorJOSE

/// The tokens of one signed-in browser. It is never older than its access token: past ``AccessToken/expires`` it is
/// refreshed or gone.
public struct BrowserSession: Sendable, Equatable {
  /// What the provider says the person may do here, for five minutes.
  public let accessToken: AccessToken
  /// Who signed in. Nil where it did not fit into the cookie.
  public let idToken: IDToken?
  /// Buys the next access token. Nil for a department without the grant.
  public let refreshToken: String?

  package init(accessToken: AccessToken, idToken: IDToken?, refreshToken: String?) {
    self.accessToken = accessToken
    self.idToken = idToken
    self.refreshToken = refreshToken
  }

  package var withoutIDToken: BrowserSession {
    BrowserSession(accessToken: accessToken, idToken: nil, refreshToken: refreshToken)
  }
}

extension BrowserSession: CustomStringConvertible, CustomReflectable {
  /// Redacted: whom it speaks of, never a token.
  public var description: String { "BrowserSession(subject: \(accessToken.subject), redacted)" }

  /// Empty, so that a dump does not tell the tokens.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
