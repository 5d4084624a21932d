package import OneDoorRules
package import OneDoorStore

extension SQLStore {
  package func family(_ id: FamilyID) async throws(StoreError) -> FamilyFacts? {
    let found = try await database.read { (connection) throws(StoreError) in
      try connection.first(FamilyStatements.byKey, [.bytes(id.bytes)]) { (row) throws(StoreError) in
        (try SealedFacts(row), try GrantFamily(row, at: 22))
      }
    }
    guard let (facts, family) = found else { return nil }
    return FamilyFacts(family: family, facts: try facts.opened(by: vault))
  }

  /// The first five values of a refresh: the family and its guards.
  private static func guards(_ facts: FamilyFacts, _ department: Department, _ now: UnixTime) -> [SQLValue] {
    [
      .bytes(facts.family.id.bytes), .text(department.id.text), .integer(department.version),
      .integer(facts.facts.person.version), .integer(now.seconds),
    ]
  }

  package func rotate(_ facts: FamilyFacts, department: Department, at now: UnixTime) async throws(StoreError) {
    let counter = Int64(facts.family.counter)
    guard counter < UInt32.max else { throw .stale }
    try await database.write { (connection) throws(StoreError) in
      let moved = try connection.execute(
        FamilyStatements.rotate,
        SQLStore.guards(facts, department, now) + [.integer(counter), .integer(counter + 1)])
      guard moved == 1 else { throw .stale }
      _ = try connection.execute(
        SessionStatements.touch, [.integer(facts.facts.session.id.number), .integer(now.seconds)])
    }
  }

  package func touch(_ facts: FamilyFacts, department: Department, at now: UnixTime) async throws(StoreError) {
    guard facts.isActivityDue(at: now) else { return }
    let due = now - Policy.activityGrain
    try await database.write { (connection) throws(StoreError) in
      let guards = SQLStore.guards(facts, department, now)
      guard try connection.execute(FamilyStatements.touch, guards + [.integer(due.seconds)]) == 1 else {
        // Somebody else has noted it meanwhile, or it is no longer live.
        guard try connection.exists(FamilyStatements.isLive, guards) else { throw .stale }
        return
      }
      _ = try connection.execute(
        SessionStatements.touch, [.integer(facts.facts.session.id.number), .integer(now.seconds)])
    }
  }
}
