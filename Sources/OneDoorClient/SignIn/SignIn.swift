/// The first half of a sign-in: where to send the browser, and what it must bring back.
public struct SignInStart: Sendable {
  /// The provider's page.
  public let url: String
  /// For a cookie of this browser (HttpOnly, SameSite=Lax), until ``OneDoor/finishSignIn(query:sealedState:)``.
  public let sealedState: String
  /// The `state` in ``url`` and in the answer: names the cookie where several tabs sign in at once.
  public let state: String
}

/// A finished sign-in.
public struct SignIn: Sendable {
  /// Who has signed in.
  public let session: BrowserSession
  /// The path that was given to ``OneDoor/beginSignIn(returnTo:maxAge:)``.
  public let returnPath: String
}
