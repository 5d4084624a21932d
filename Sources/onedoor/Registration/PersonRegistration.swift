package import OneDoorRules

/// A person as somebody wrote them down, checked.
package struct PersonRegistration: Sendable, Equatable {
  package internal(set) var login: String
  package internal(set) var name: String
  /// Nil: the person cannot sign in until one is set.
  package internal(set) var password: Secret?
  /// The password is a first one: the person chooses another at the next sign-in, and it is not set again after that.
  package internal(set) var mustChangePassword = false
  package internal(set) var phone: String?
  package internal(set) var email: String?
  package internal(set) var verified: Set<Contact> = []

  package enum Contact: String, Sendable, CaseIterable { case phone, email }

  /// What the store takes. The password is hashed by whoever has the threads for it.
  package func newPerson(passwordHash: String?) -> NewPerson {
    NewPerson(
      login: login, name: name, phone: phone, email: email, isPhoneVerified: verified.contains(.phone),
      isEmailVerified: verified.contains(.email), passwordHash: passwordHash, mustChangePassword: mustChangePassword)
  }
}
