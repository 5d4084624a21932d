import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension SSOSession {
  /// From `SessionStatements.columns`.
  init(_ row: some SQLRow, at column: Int) throws(StoreError) {
    self.init(
      id: SessionID(row.integer(column)), hash: SessionHash(bytes: row.bytes(column + 1)),
      personID: PersonID(row.integer(column + 2)),
      authentication: Authentication(
        time: UnixTime(row.integer(column + 3)), acr: try AuthenticationContext(stored: row.integer(column + 4)),
        amr: try AuthenticationMethod.methods(stored: row.integer(column + 5))),
      createdAt: UnixTime(row.integer(column + 6)), lastActive: UnixTime(row.integer(column + 7)),
      expiresAt: UnixTime(row.integer(column + 8)))
  }
}

extension Participation {
  /// From `ParticipationStatements.columns`.
  init(_ row: some SQLRow) throws(StoreError) {
    guard let handle = ParticipationHandle(bytes: row.bytes(1)) else { throw .corrupt("participation.handle") }
    self.init(
      id: ParticipationID(row.integer(0)), handle: handle, sessionID: SessionID(row.integer(2)),
      department: try DepartmentID(stored: row.text(3)),
      subject: try Subject(kind: row.integer(4), number: row.integer(5)),
      scopes: ScopeSet(rawValue: UInt32(truncatingIfNeeded: row.integer(6))),
      namedClaims: NamedClaims(stored: row.integer(8)), createdAt: UnixTime(row.integer(7)))
  }
}

extension NamedClaims {
  /// Two sets of 32 bits in one number: userinfo above, ID token below.
  var stored: Int64 { Int64(bitPattern: UInt64(userinfo.rawValue) << 32 | UInt64(idToken.rawValue)) }

  init(stored: Int64) {
    let bits = UInt64(bitPattern: stored)
    self.init(
      idToken: ClaimSet(rawValue: UInt32(truncatingIfNeeded: bits)),
      userinfo: ClaimSet(rawValue: UInt32(truncatingIfNeeded: bits >> 32)))
  }
}

extension DepartmentID {
  init(stored: String) throws(StoreError) {
    guard let id = DepartmentID(stored) else { throw .corrupt("department.id") }
    self = id
  }
}

/// A participation's look-up as it was read.
struct SealedFacts: Sendable {
  let participation: Participation
  let session: SSOSession
  let person: SealedPerson

  /// From `ParticipationStatements.facts`.
  init(_ row: some SQLRow) throws(StoreError) {
    participation = try Participation(row)
    session = try SSOSession(row, at: 9)
    person = SealedPerson(row, at: 18)
  }

  func opened(by vault: any PersonalDataVault) throws(StoreError) -> ParticipationFacts {
    ParticipationFacts(participation: participation, session: session, person: try person.opened(by: vault))
  }
}

extension GrantFamily {
  /// From `FamilyStatements.byKey`, behind the facts.
  init(_ row: some SQLRow, at column: Int) throws(StoreError) {
    guard let counter = UInt32(exactly: row.integer(column + 3)) else { throw .corrupt("family.counter") }
    self.init(
      id: FamilyID(bytes: row.bytes(column)), participationID: ParticipationID(row.integer(column + 1)),
      mode: try RefreshMode(stored: row.integer(column + 2)), counter: counter,
      rotatedAt: UnixTime(row.integer(column + 4)), lastActive: UnixTime(row.integer(column + 5)))
  }
}
