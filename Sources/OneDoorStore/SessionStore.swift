package import OneDoorRules

package protocol SessionStore: Sendable {
  /// The session behind a cookie, with its person; nil where there is none or a cut-off has ended it. Time-outs are the
  /// caller's to judge.
  func session(_ hash: SessionHash) async throws(StoreError) -> SessionFacts?

  /// Begins a session: inserts it, clears the person's failures and notes the sign-in by the time of its authentication,
  /// beside that of the sign-in before. Guards: person enabled at the version of `facts`. Where `replacing` names another person's session in the same browser, it is ended in the same
  /// unit of work by `end`; where it names the same person's session, that one keeps its participations: it gets the new
  /// hash, authentication and `lastActive`, keeps its absolute end, and is returned.
  func signIn(_ new: NewSession, facts: SignInFacts, replacing: SSOSession?, end: EndOrder?)
    async throws(StoreError) -> SSOSession

  /// Notes activity, at most as often as the caller finds worth a write.
  func touch(_ id: SessionID, at now: UnixTime) async throws(StoreError)

  /// Live sessions for an administrator, newest first.
  func sessions(_ filter: SessionFilter, at now: UnixTime, idle: Seconds) async throws(StoreError) -> [SessionSummary]
}

package struct NewSession: Sendable, Equatable {
  package let hash: SessionHash
  package let authentication: Authentication
  package let createdAt: UnixTime
  package let expiresAt: UnixTime

  package init(hash: SessionHash, authentication: Authentication, createdAt: UnixTime, expiresAt: UnixTime) {
    self.hash = hash
    self.authentication = authentication
    self.createdAt = createdAt
    self.expiresAt = expiresAt
  }
}

package enum SessionFilter: Sendable, Equatable {
  case session(SessionID)
  case person(PersonID)
  case department(DepartmentID)
  /// Keyset: sessions with an id below `before` (nil: from the newest), at most `limit`.
  case all(before: SessionID?, limit: Int)
}

package struct SessionSummary: Sendable, Equatable {
  package let session: SSOSession
  package let personLogin: String
  package let personName: String
  package let participations: [Participation]

  package init(session: SSOSession, personLogin: String, personName: String, participations: [Participation]) {
    self.session = session
    self.personLogin = personLogin
    self.personName = personName
    self.participations = participations
  }
}
