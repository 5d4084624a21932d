package import OneDoorRules
package import OneDoorStore

extension SQLStore {
  /// What one redemption came to, as the unit of work leaves it.
  private enum Redeemed: Sendable {
    case first(SealedFacts)
    case used(Ending.Step)
    case gone
  }

  package func redeem(
    _ code: CodeID, of handle: ParticipationHandle, by department: Department, family: NewFamily?, until: UnixTime,
    at now: UnixTime, reuse: EndOrder
  ) async throws(StoreError) -> Redemption {
    let ending = try Ending(reuse, vault)
    let redeemed = try await database.write { (connection) throws(StoreError) -> Redeemed in
      let inserted = try connection.execute(
        CodeStatements.redeem,
        [
          .bytes(code.bytes), .integer(until.seconds), .bytes(handle.bytes), .text(department.id.text),
          .integer(department.version), .integer(now.seconds),
        ])
      guard inserted == 1 else {
        if try connection.exists(CodeStatements.isUsed, [.bytes(code.bytes)]) {
          return .used(try ending.carryOut(on: connection))
        }
        return try SQLStore.refusal(handle, department, at: now, on: connection)
      }
      let facts = try connection.first(
        ParticipationStatements.byHandle, [.bytes(handle.bytes)]
      ) { (row) throws(StoreError) in try SealedFacts(row) }
      guard let facts else { throw .corrupt("a participation that was live is gone") }
      if let family {
        try SQLStore.begin(family, under: facts.participation.id, at: now, on: connection)
      }
      return .first(facts)
    }
    switch redeemed {
    case .first(let facts): return .redeemed(try facts.opened(by: vault))
    case .used(let step):
      try await finish(ending, after: step)
      return .alreadyUsed
    case .gone: return .gone
    }
  }

  /// Why nothing was redeemed: where only the department's version has moved, deciding once more may help.
  private static func refusal(
    _ handle: ParticipationHandle, _ department: Department, at now: UnixTime, on connection: Database.Connection
  ) throws(StoreError) -> Redeemed {
    let facts = try connection.first(
      ParticipationStatements.byHandle, [.bytes(handle.bytes)]
    ) { (row) throws(StoreError) in try SealedFacts(row) }
    let standing = try connection.first(DepartmentStatements.standing, [.text(department.id.text)]) {
      (version: $0.integer(0), isEnabled: $0.integer(1) != 0)
    }
    guard let facts, facts.participation.department == department.id, facts.person.isEnabled,
      now < facts.session.expiresAt, let standing, standing.isEnabled
    else { return .gone }
    throw .stale
  }

  private static func begin(
    _ family: NewFamily, under participation: ParticipationID, at now: UnixTime, on connection: Database.Connection
  ) throws(StoreError) {
    let number = SQLValue.integer(participation.number)
    _ = try connection.insert(
      FamilyStatements.begin,
      [
        .bytes(family.id.bytes), number, .integer(family.mode.stored), .integer(Int64(NewFamily.firstCounter)),
        .integer(now.seconds),
      ])
    _ = try connection.execute(FamilyStatements.trim, [number, .integer(Int64(NewFamily.limit))])
  }

  package func burn(_ code: CodeID, until: UnixTime, reuse: EndOrder) async throws(StoreError) {
    let ending = try Ending(reuse, vault)
    let step = try await database.write { (connection) throws(StoreError) -> Ending.Step? in
      let inserted = try connection.execute(CodeStatements.burn, [.bytes(code.bytes), .integer(until.seconds)])
      return inserted == 1 ? nil : try ending.carryOut(on: connection)
    }
    try await finish(ending, after: step)
  }

  package func remember(assertion key: [UInt8], until: UnixTime) async throws(StoreError) -> Bool {
    try await database.write { (connection) throws(StoreError) in
      try connection.execute(CodeStatements.remember, [.bytes(key), .integer(until.seconds)]) == 1
    }
  }
}
