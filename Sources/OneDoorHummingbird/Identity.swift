public import OneDoorClient

/// Whoever makes a request, by bearer token or by browser session. All of it has been checked for this very request.
public struct Identity: Sendable, Equatable {
  /// What the provider says the person may do here.
  public let accessToken: AccessToken
  /// Who signed in at this browser. Nil for API calls with a bearer token.
  public let idToken: IDToken?

  package init(accessToken: AccessToken, idToken: IDToken?) {
    self.accessToken = accessToken
    self.idToken = idToken
  }

  /// The person's identifier at this department: the key for your own rows.
  public var subject: String { accessToken.subject }
  /// The person's name, where scope `profile` was granted.
  public var name: String? { idToken?.name }
  /// `sid`: the session at this department.
  public var sessionID: String? { accessToken.sessionID }
  /// What was granted.
  public var scopes: [String] { accessToken.scopes }
}
