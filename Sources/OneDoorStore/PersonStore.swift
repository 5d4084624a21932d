package import OneDoorRules

package protocol PersonStore: Sendable {
  func person(_ id: PersonID) async throws(StoreError) -> Person?
  /// By login name, compared as UTF-8 bytes after NFC and lower-casing by the caller (`LoginName`).
  func person(login: String) async throws(StoreError) -> Person?
  func person(phone: String) async throws(StoreError) -> Person?
  /// In order of id, after `after`.
  func persons(after: PersonID?, limit: Int) async throws(StoreError) -> [Person]

  /// `.taken("login")` or `.taken("phone")` where another person has it.
  func add(_ person: NewPerson, at now: UnixTime) async throws(StoreError) -> PersonID

  /// Changes the personal data where `person.version` still holds; the version stays (no session stands on a name).
  func update(_ person: Person) async throws(StoreError)

  /// Enables or disables where the version still holds, raises the version; disabling carries out `end` in the same unit.
  func setEnabled(_ person: Person, _ isEnabled: Bool, end: EndOrder?) async throws(StoreError)
}

/// Passwords and the guesses against them.
package protocol CredentialStore: Sendable {
  /// What a login needs, in one look-up: by login name or, where that finds nobody, by phone.
  func signInFacts(name: String) async throws(StoreError) -> SignInFacts?
  func signInFacts(_ id: PersonID) async throws(StoreError) -> SignInFacts?

  /// Sets a password: new generation, counters cleared, the person's version raised, `end` carried out (every session of
  /// the person); one unit of work, guarded by the version. `mustChange`: its next right use leads to choosing another.
  func setPassword(_ person: Person, hash: String, mustChange: Bool, end: EndOrder) async throws(StoreError)

  /// The person's own change, from within a session: as `setPassword`, with `end` for the other sessions, while this one
  /// goes on under the hash of a new cookie. Guards: the person's version, enabled; the session live under its old hash.
  func changePassword(_ facts: SessionFacts, hash: String, cookie: SessionHash, at now: UnixTime, end: EndOrder)
    async throws(StoreError)

  /// The same password, hashed anew: neither generation nor version is raised, and nothing ends. Nothing happens where the
  /// password is another one by now.
  func rehash(_ credential: PasswordCredential, as hash: String) async throws(StoreError)

  /// Counts a failed guess by one update of the credential's own row, committed when this returns. Nil is a name that
  /// nobody has: one row takes the count of all of them, so that the write costs as much and no row is added.
  func recordFailure(_ id: PersonID?, lane: GuessLane, at now: UnixTime) async throws(StoreError)

  /// Clears both lanes (an administrator's unlock).
  func clearFailures(_ id: PersonID) async throws(StoreError)
}

extension CredentialStore {
  /// A password that nobody but the person knows.
  package func setPassword(_ person: Person, hash: String, end: EndOrder) async throws(StoreError) {
    try await setPassword(person, hash: hash, mustChange: false, end: end)
  }
}

package struct SignInFacts: Sendable, Equatable {
  package let person: Person
  package let credential: PasswordCredential

  package init(person: Person, credential: PasswordCredential) {
    self.person = person
    self.credential = credential
  }
}
