package import OneDoorMessages
package import OneDoorRules
package import OneDoorStore

extension SQLStore {
  package func participate(
    _ facts: SessionFacts, department: Department, subject: Subject, scopes: ScopeSet, namedClaims: NamedClaims,
    handle: ParticipationHandle, at now: UnixTime
  ) async throws(StoreError) -> Participation {
    let session = SQLValue.integer(facts.session.id.number)
    let place = SQLValue.text(department.id.text)
    return try await database.write { (connection) throws(StoreError) in
      let used = try connection.execute(
        SessionStatements.use,
        [
          session, .integer(facts.person.id.number), .integer(now.seconds), .integer(facts.person.version), place,
          .integer(department.version), .integer(facts.isReturning ? 1 : 0),
        ])
      guard used == 1 else { throw .stale }
      if facts.isReturning { _ = try connection.execute(DepartureStatements.forget, [session, place]) }
      let kind = SQLValue.integer(Int64(subject.kind))
      let known = try connection.first(
        ParticipationStatements.known, [session, place, kind, .integer(subject.number)]
      ) { (row) throws(StoreError) in (try Participation(row), row.integer(9) != 0) }
      if let (participation, isLive) = known {
        if isLive { return try SQLStore.grant(scopes, namedClaims, to: participation, on: connection) }
        _ = try connection.execute(ParticipationStatements.delete, [.integer(participation.id.number)])
      }
      let number = try connection.insert(
        ParticipationStatements.begin,
        [
          .bytes(handle.bytes), session, place, kind, .integer(subject.number), .integer(Int64(scopes.rawValue)),
          .integer(now.seconds), .integer(namedClaims.stored),
        ])
      guard let number else { throw .corrupt("department \(department.id) went away") }
      return Participation(
        id: ParticipationID(number), handle: handle, sessionID: facts.session.id, department: department.id,
        subject: subject, scopes: scopes, namedClaims: namedClaims, createdAt: now)
    }
  }

  package func hasLeft(_ department: DepartmentID, in session: SessionID) async throws(StoreError) -> Bool {
    try await database.read { (connection) throws(StoreError) in
      try connection.exists(DepartureStatements.exists, [.integer(session.number), .text(department.text)])
    }
  }

  private static func grant(
    _ scopes: ScopeSet, _ namedClaims: NamedClaims, to participation: Participation, on connection: Database.Connection
  ) throws(StoreError) -> Participation {
    var granted = participation
    granted.scopes = scopes
    granted.namedClaims = namedClaims
    guard granted != participation else { return participation }
    _ = try connection.execute(
      ParticipationStatements.setGrant,
      [.integer(participation.id.number), .integer(Int64(scopes.rawValue)), .integer(namedClaims.stored)])
    return granted
  }

  package func participation(_ handle: ParticipationHandle) async throws(StoreError) -> ParticipationFacts? {
    try await database.read { (connection) throws(StoreError) in
      try connection.first(ParticipationStatements.byHandle, [.bytes(handle.bytes)]) { (row) throws(StoreError) in
        try SealedFacts(row)
      }
    }?.opened(by: vault)
  }

  package func participations(of session: SessionID) async throws(StoreError) -> [Participation] {
    try await database.read { (connection) throws(StoreError) in
      try connection.all(ParticipationStatements.ofSession, [.integer(session.number)]) { (row) throws(StoreError) in
        try Participation(row)
      }
    }
  }
}
