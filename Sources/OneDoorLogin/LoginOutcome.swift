package import OneDoorRules
package import OneDoorStore

/// What came of one attempt to sign in with a password.
package enum LoginOutcome: Sendable, Equatable {
  /// Proven. The failures are still counted: the unit of work that begins the session clears them.
  case proven(SignInFacts, Authentication, newDeviceCookie: String)
  /// Wrong password, unknown or disabled account: one answer, so that nobody learns which.
  case mismatch
  /// Too many attempts; nothing was looked at.
  case wait(Seconds)
  /// The hashing queue is full; nothing was looked at.
  case busy(Seconds)
  /// Storage or memory is short: the attempt says nothing about the password.
  case unavailable
}
