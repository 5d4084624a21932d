/// A natural person with an account.
package struct Person: Sendable, Equatable {
  package let id: PersonID
  /// Raised when the person is disabled, enabled or given a new password; every unit of work that acts for the person
  /// carries the version it stood on.
  package var version: Int64
  package var isEnabled: Bool
  package var login: String
  package var name: String
  package var phone: String?
  package var email: String?
  package var isPhoneVerified: Bool
  package var isEmailVerified: Bool
  package var updatedAt: UnixTime

  package init(
    id: PersonID, version: Int64 = 1, isEnabled: Bool = true, login: String, name: String, phone: String? = nil,
    email: String? = nil, isPhoneVerified: Bool = false, isEmailVerified: Bool = false, updatedAt: UnixTime
  ) {
    self.id = id
    self.version = version
    self.isEnabled = isEnabled
    self.login = login
    self.name = name
    self.phone = phone
    self.email = email
    self.isPhoneVerified = isPhoneVerified
    self.isEmailVerified = isEmailVerified
    self.updatedAt = updatedAt
  }
}

/// A person who does not exist yet: what `apply` hands to the store, which draws the id.
package struct NewPerson: Sendable, Equatable {
  package var login: String
  package var name: String
  package var phone: String?
  package var email: String?
  package var isPhoneVerified: Bool
  package var isEmailVerified: Bool
  package var passwordHash: String?
  package var mustChangePassword: Bool

  package init(
    login: String, name: String, phone: String? = nil, email: String? = nil, isPhoneVerified: Bool = false,
    isEmailVerified: Bool = false, passwordHash: String? = nil, mustChangePassword: Bool = false
  ) {
    self.login = login
    self.name = name
    self.phone = phone
    self.email = email
    self.isPhoneVerified = isPhoneVerified
    self.isEmailVerified = isEmailVerified
    self.passwordHash = passwordHash
    self.mustChangePassword = mustChangePassword
  }
}

/// What a person's password is checked against, with the failures in a row of each lane.
package struct PasswordCredential: Sendable, Equatable {
  package let personID: PersonID
  /// PHC string: algorithm, parameters, salt and hash. Nil where no password was set yet.
  package var hash: String?
  /// Raised with each change of the password: a device cookie sealed under an older one is void.
  package var generation: Int64
  package var failures: GuessCounters
  /// An administrator knows the password: it proves who the person is once, and opens nothing before they have chosen
  /// another one.
  package var mustChange: Bool
  package private(set) var lastSignIn: UnixTime?
  /// The sign-in before the last one.
  package private(set) var previousSignIn: UnixTime?

  package init(
    personID: PersonID, hash: String?, generation: Int64 = 1, failures: GuessCounters = GuessCounters(),
    mustChange: Bool = false, lastSignIn: UnixTime? = nil, previousSignIn: UnixTime? = nil
  ) {
    self.personID = personID
    self.hash = hash
    self.generation = generation
    self.failures = failures
    self.mustChange = mustChange
    self.lastSignIn = lastSignIn
    self.previousSignIn = previousSignIn
  }

  /// The password takes another's place.
  package mutating func replace(hash: String, mustChange: Bool) {
    self.hash = hash
    self.mustChange = mustChange
    generation += 1
    failures = GuessCounters()
  }

  package mutating func noteSignIn(at time: UnixTime) {
    previousSignIn = lastSignIn
    lastSignIn = time
  }

  /// When the person last signed in other than into this session: the time to tell them, by which they notice a sign-in
  /// that was not theirs. Nil where this session's is the first one ever.
  package func lastSignIn(besides session: SSOSession) -> UnixTime? {
    lastSignIn == session.authentication.time ? previousSignIn : lastSignIn
  }
}

/// Failed guesses in a row, counted apart for devices that have signed this person in before and for all others.
package struct GuessCounters: Sendable, Equatable {
  package var strangers: Int64
  package var knownDevices: Int64
  package var lastFailure: UnixTime?

  package init(strangers: Int64 = 0, knownDevices: Int64 = 0, lastFailure: UnixTime? = nil) {
    self.strangers = strangers
    self.knownDevices = knownDevices
    self.lastFailure = lastFailure
  }
}

package enum GuessLane: String, Sendable, CaseIterable { case stranger, knownDevice }
