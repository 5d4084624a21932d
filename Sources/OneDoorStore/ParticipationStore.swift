package import OneDoorMessages
package import OneDoorRules

package protocol ParticipationStore: Sendable {
  /// Joins a department to a session: finds the participation of (session, department, subject) or inserts it under
  /// `handle`, sets its scopes and named claims and notes the session's activity. Guards: session live, person enabled at
  /// its version, department enabled at its version, no cut-off, no departure that the facts do not know of; one that they
  /// know of (`isReturning`) is forgotten. One unit of work. `scopes` and `namedClaims` take the place of those granted
  /// before.
  func participate(
    _ facts: SessionFacts, department: Department, subject: Subject, scopes: ScopeSet, namedClaims: NamedClaims,
    handle: ParticipationHandle, at now: UnixTime
  ) async throws(StoreError) -> Participation

  /// The participation that a `sid` names, with session and person; nil where it has ended or a cut-off reached it.
  func participation(_ handle: ParticipationHandle) async throws(StoreError) -> ParticipationFacts?

  /// The departments (participations) of a session.
  func participations(of session: SessionID) async throws(StoreError) -> [Participation]

  /// Whether the person signed out of this department only (`EndScope.departure`) and has not joined it since. It is kept
  /// with the session, once for each department at most, and goes with it.
  func hasLeft(_ department: DepartmentID, in session: SessionID) async throws(StoreError) -> Bool
}

package protocol CodeStore: Sendable {
  /// Uses a code, once: inserts its id, and the family where one is given, in one unit of work, where participation,
  /// session, person (enabled) and department (enabled, at its version) are live. A second presentation carries out
  /// `reuse` (the end of the participation) in the same unit of work. The code's id is remembered until `until`.
  /// `.stale` where the department is enabled, but at another version.
  func redeem(
    _ code: CodeID, of handle: ParticipationHandle, by department: Department, family: NewFamily?,
    until: UnixTime, at now: UnixTime, reuse: EndOrder
  ) async throws(StoreError) -> Redemption

  /// Uses a code up without a result: presented by the wrong department, or with a wrong verifier. A code that was used
  /// before carries out `reuse`.
  func burn(_ code: CodeID, until: UnixTime, reuse: EndOrder) async throws(StoreError)
}

package enum Redemption: Sendable, Equatable {
  case redeemed(ParticipationFacts)
  case alreadyUsed
  /// Session, participation, person or department is no longer live.
  case gone
}

package struct NewFamily: Sendable, Equatable {
  /// What the first refresh token of a family carries.
  package static let firstCounter: UInt32 = 0
  /// A signed-in browser may go through a department's sign-in as often as it likes: of the families that this leaves
  /// behind, the newest so many stay. The price: the seventeenth sign-in of one session at one department silently ends
  /// the first one's refreshing. Without it, storage would grow with traffic (DESIGN.md §1, third promise).
  package static let limit = 16

  package let id: FamilyID
  package let mode: RefreshMode

  package init(id: FamilyID, mode: RefreshMode) {
    self.id = id
    self.mode = mode
  }
}

package protocol RefreshStore: Sendable {
  /// The family with everything that a refresh stands on; nil where it, its participation or session has ended.
  func family(_ id: FamilyID) async throws(StoreError) -> FamilyFacts?

  /// Moves the counter from `counter` to the next, where it still stands there and everything is live (person and
  /// department at the versions of the facts); notes activity. `.stale` where the counter has moved.
  func rotate(_ facts: FamilyFacts, department: Department, at now: UnixTime) async throws(StoreError)

  /// Notes activity of family and session, at most every few minutes (`Policy.activityGrain`), with the guards of a
  /// refresh. Where the facts say that nothing is due yet, storage is not asked.
  func touch(_ facts: FamilyFacts, department: Department, at now: UnixTime) async throws(StoreError)
}

package struct FamilyFacts: Sendable, Equatable {
  package let family: GrantFamily
  package let facts: ParticipationFacts

  package init(family: GrantFamily, facts: ParticipationFacts) {
    self.family = family
    self.facts = facts
  }
}

extension FamilyFacts {
  /// Whether a refresh at `now` writes: family or session was last noted a grain ago. Then both are noted, so that one
  /// family causes at most one write a grain.
  package func isActivityDue(at now: UnixTime) -> Bool {
    let due = now - Policy.activityGrain
    return family.lastActive <= due || facts.session.lastActive <= due
  }
}

package protocol AssertionStore: Sendable {
  /// Remembers an authenticated department's assertion until it expires; false if it was remembered before.
  /// `key` is SHA-256 over department and `jti`.
  func remember(assertion key: [UInt8], until: UnixTime) async throws(StoreError) -> Bool
}
