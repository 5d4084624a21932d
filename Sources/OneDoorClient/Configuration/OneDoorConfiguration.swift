/// What a department knows about itself and its provider. ``OneDoor/init(_:logger:)`` checks all of it.
public struct OneDoorConfiguration: Sendable {
  /// The provider's issuer, exactly as its tokens say it: `https://login.example`.
  public var issuer: String
  /// The department's `client_id`.
  public var clientID: String
  /// How the department proves itself at the provider.
  public var credentials: ClientCredentials
  /// Where the provider sends the browser back to, as registered. Nil for a department that only checks tokens.
  public var redirectURI: String?
  /// Where the browser lands after signing out everywhere, as registered. Nil leaves it at the provider.
  public var postLogoutRedirectURI: String?
  /// What is asked for at sign-in.
  public var scopes: [String] = ["openid", "profile"]
  /// The `aud` an access token must name. Nil means the `client_id`, which is the provider's default too.
  public var audience: String?
  /// Secrets of at least 32 bytes that seal the browser session. The first seals, all open: to change it, put the new
  /// one in front and remove the old one a day later.
  public var cookieSecrets: [String]
  /// Where the browser starts to sign in at this department.
  public var signInPath = "/signin"
  /// Where the browser signs out.
  public var signOutPath = "/signout"
  /// How old the provider's last word on revocations may be before sessions are ``Verdict/undecided``.
  public var maxStaleness: Duration = .seconds(120)
  /// By how much this machine's clock and the provider's may differ. More than 60 seconds is refused.
  public var clockSkew: Duration = .seconds(60)

  /// A department's configuration, everything else at its default.
  public init(
    issuer: String, clientID: String, credentials: ClientCredentials, redirectURI: String? = nil,
    postLogoutRedirectURI: String? = nil, cookieSecrets: [String] = []
  ) {
    self.issuer = issuer
    self.clientID = clientID
    self.credentials = credentials
    self.redirectURI = redirectURI
    self.postLogoutRedirectURI = postLogoutRedirectURI
    self.cookieSecrets = cookieSecrets
  }
}

extension OneDoorConfiguration: CustomStringConvertible, CustomReflectable {
  /// Redacted: names, no secrets.
  public var description: String { "\(clientID) at \(issuer), \(credentials)" }

  /// Empty, so that dumping it tells no secret.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
