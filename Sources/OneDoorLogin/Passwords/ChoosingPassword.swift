package import OneDoorCrypto
package import OneDoorRules
package import OneDoorStore

/// What comes of choosing a new password.
package enum ChosenPassword: Sendable, Equatable {
  case hashed(String)
  case refused(NewPasswordProblem)
  case busy(Seconds)
  case unavailable
}

extension PasswordLogin {
  /// Judges a new password and hashes it. It has to be another one: whoever gave the person the present one knows it.
  package func choose(
    _ password: String?, again: String?, for facts: SignInFacts, policy: PasswordPolicy
  ) async -> ChosenPassword {
    guard let password, let again, !password.isEmpty, !again.isEmpty else { return .refused(.missing) }
    guard password.utf8.elementsEqual(again.utf8) else { return .refused(.different) }
    do throws(PasswordRefusal) {
      try policy.check(password, login: facts.person.login, name: facts.person.name)
    } catch {
      return .refused(.refused(error))
    }
    do throws(HashingError) {
      if let present = facts.credential.hash, try await hasher.verify(password, against: present) {
        return .refused(.refused(.unchanged))
      }
      return .hashed(try await hasher.hash(password))
    } catch {
      if case .busy(let wait) = error { return .busy(wait) }
      return .unavailable
    }
  }

  /// The device cookie of a browser in which the password of `credential` has just been set; the one it sent knows of the
  /// password before.
  package func deviceCookie(
    knowing credential: PasswordCredential, beside present: String?, at now: UnixTime
  ) throws(CryptoError) -> String {
    try devices.seal(devices.open(present).adding(credential, at: now))
  }
}
