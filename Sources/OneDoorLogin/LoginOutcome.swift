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

extension LoginOutcome {
  /// A proof on newer facts, where the person changed after the password was verified: it holds only of the very credential
  /// that was verified, and of an enabled person. Not counted as a guess: nothing was learnt of the new password.
  package func again(on facts: SignInFacts?) -> LoginOutcome {
    guard case .proven(let verified, let authentication, let cookie) = self else { return self }
    guard let facts, facts.person.isEnabled, facts.credential.generation == verified.credential.generation
    else { return .mismatch }
    return .proven(facts, authentication, newDeviceCookie: cookie)
  }
}
