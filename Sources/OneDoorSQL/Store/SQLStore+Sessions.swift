import OneDoorMessages
package import OneDoorRules
package import OneDoorStore

extension SQLStore {
  package func session(_ hash: SessionHash) async throws(StoreError) -> SessionFacts? {
    let found = try await database.read { (connection) throws(StoreError) in
      try connection.first(SessionStatements.byHash, [.bytes(hash.bytes)]) { (row) throws(StoreError) in
        (try SSOSession(row, at: 0), SealedPerson(row, at: 9))
      }
    }
    guard let (session, person) = found else { return nil }
    return SessionFacts(session: session, person: try person.opened(by: vault))
  }

  package func signIn(
    _ new: NewSession, facts: SignInFacts, replacing: SSOSession?, end: EndOrder?
  ) async throws(StoreError) -> SSOSession {
    let person = facts.person
    let isSamePerson = replacing?.personID == person.id
    let ending = try ending(replacing == nil || isSamePerson ? nil : end)
    let (session, step) = try await database.write { (connection) throws(StoreError) in
      var session: SSOSession?
      if let replacing, isSamePerson {
        session = try SQLStore.renew(replacing, by: new, for: person, on: connection)
      }
      if session == nil { session = try SQLStore.begin(new, for: person, on: connection) }
      guard let session else { throw .stale }
      _ = try connection.execute(
        CredentialStatements.noteSignIn, [.integer(person.id.number), .integer(new.authentication.time.seconds)])
      return (session, try ending?.carryOut(on: connection))
    }
    try await finish(ending, after: step)
    return session
  }

  private static func values(_ new: NewSession, for person: Person) -> [SQLValue] {
    [
      .bytes(new.hash.bytes), .integer(person.id.number), .integer(person.version),
      .integer(new.authentication.time.seconds), .integer(new.authentication.acr.stored),
      .integer(AuthenticationMethod.stored(new.authentication.amr)), .integer(new.createdAt.seconds),
    ]
  }

  private static func begin(
    _ new: NewSession, for person: Person, on connection: Database.Connection
  ) throws(StoreError) -> SSOSession {
    let number = try connection.insert(
      SessionStatements.begin, values(new, for: person) + [.integer(new.expiresAt.seconds)])
    guard let number else { throw .stale }
    return SSOSession(
      id: SessionID(number), hash: new.hash, personID: person.id, authentication: new.authentication,
      createdAt: new.createdAt, lastActive: new.createdAt, expiresAt: new.expiresAt)
  }

  /// Nil where the session is over, or another tab has renewed it meanwhile.
  private static func renew(
    _ old: SSOSession, by new: NewSession, for person: Person, on connection: Database.Connection
  ) throws(StoreError) -> SSOSession? {
    let renewed = try connection.execute(
      SessionStatements.renew, values(new, for: person) + [.integer(old.id.number), .bytes(old.hash.bytes)])
    guard renewed == 1 else { return nil }
    return try connection.first(SessionStatements.byID, [.integer(old.id.number)]) { (row) throws(StoreError) in
      try SSOSession(row, at: 0)
    }
  }

  package func touch(_ id: SessionID, at now: UnixTime) async throws(StoreError) {
    try await database.write { (connection) throws(StoreError) in
      _ = try connection.execute(SessionStatements.touch, [.integer(id.number), .integer(now.seconds)])
    }
  }

  package func sessions(
    _ filter: SessionFilter, at now: UnixTime, idle: Seconds
  ) async throws(StoreError) -> [SessionSummary] {
    try await sessions(filter, at: now, idle: Optional(idle))
  }

  /// `idle` nil: those too that have been idle for too long.
  func sessions(
    _ filter: SessionFilter, at now: UnixTime, idle: Seconds?
  ) async throws(StoreError) -> [SessionSummary] {
    switch filter {
    case .session(let id):
      try await summaries(SummaryStatements.bySession, [.integer(id.number)], at: now, idle: idle)
    case .person(let id): try await summaries(SummaryStatements.byPerson, [.integer(id.number)], at: now, idle: idle)
    case .department(let id): try await summaries(SummaryStatements.byDepartment, [.text(id.text)], at: now, idle: idle)
    case .all(let before, let limit):
      try await summaries(
        SummaryStatements.page, [.integer(before?.number ?? .max), .integer(Int64(limit))], at: now, idle: idle)
    }
  }

  /// Sessions with those of their participations that `includes` lets through.
  func summaries(
    _ statement: SQLStatement, _ values: [SQLValue], at now: UnixTime, idle: Seconds?,
    including includes: @escaping @Sendable (Participation) -> Bool = { _ in true }
  ) async throws(StoreError) -> [SessionSummary] {
    let times: [SQLValue] = [.integer(now.seconds), .integer(idle.map { (now - $0).seconds } ?? .min)]
    let vault = vault
    return try await database.scan { (connection) throws(StoreError) in
      let found = try connection.all(statement, times + values) { (row) throws(StoreError) in
        (try SSOSession(row, at: 0), SealedPerson(row, at: 9))
      }
      var summaries: [SessionSummary] = []
      for (session, sealed) in found {
        let participations = try connection.all(
          ParticipationStatements.ofSession, [.integer(session.id.number)]
        ) { (row) throws(StoreError) in try Participation(row) }
        let person = try sealed.opened(by: vault)
        summaries.append(
          SessionSummary(
            session: session, personLogin: person.login, personName: person.name,
            participations: participations.filter(includes)))
      }
      return summaries
    }
  }
}
