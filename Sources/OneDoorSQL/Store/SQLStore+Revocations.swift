import OneDoorMessages
package import OneDoorRules
package import OneDoorStore

extension SQLStore {
  package func end(_ order: EndOrder) async throws(StoreError) -> EndOutcome {
    var hit = 0
    switch order.scope {
    case .department(let id): hit = try await countHit(.text(id.text), at: order.at)
    case .everything: hit = try await countHit(.null, at: order.at)
    default: break
    }
    let step = try await carryOut(try Ending(order, vault))
    return step.epoch == nil ? .nothing : EndOutcome(epoch: step.epoch, endedParticipations: hit + step.ended)
  }

  /// How many a cut-off ends: read beside the unit of work, which shall not count through a table.
  private func countHit(_ department: SQLValue, at now: UnixTime) async throws(StoreError) -> Int {
    try await database.scan { (connection) throws(StoreError) in
      try connection.first(RevocationStatements.countHit, [department, .integer(now.seconds)]) { Int($0.integer(0)) }
        ?? 0
    }
  }

  package func preview(
    _ scope: EndScope, at now: UnixTime
  ) async throws(StoreError) -> [SessionSummary] {
    switch scope {
    case .participation(let handle):
      try await summaries(SummaryStatements.byHandle, [.bytes(handle.bytes)], at: now, idle: nil) {
        $0.handle == handle
      }
    case .session(let id): try await sessions(.session(id), at: now, idle: nil)
    case .departure(let id, let department):
      try await summaries(SummaryStatements.bySession, [.integer(id.number)], at: now, idle: nil) {
        $0.department == department
      }.filter { !$0.participations.isEmpty }
    case .others(let id, let kept):
      try await sessions(.person(id), at: now, idle: nil).filter { $0.session.id != kept }
    case .person(let id): try await sessions(.person(id), at: now, idle: nil)
    case .department(let id):
      try await summaries(SummaryStatements.byDepartment, [.text(id.text)], at: now, idle: nil) {
        $0.department == id
      }
    case .everything: try await sessions(.all(before: nil, limit: .max), at: now, idle: nil)
    case .token: []
    }
  }

  package func epoch() async throws(StoreError) -> Int64 {
    try await database.read { (connection) throws(StoreError) in try SQLStore.epoch(on: connection) }
  }

  private static func epoch(on connection: Database.Connection) throws(StoreError) -> Int64 {
    guard let epoch = try connection.first(RevocationStatements.epoch, [], { $0.integer(0) }) else {
      throw .corrupt("counter")
    }
    return epoch
  }

  package func log(after epoch: Int64, limit: Int) async throws(StoreError) -> RevocationLog {
    // The epoch is read first: every event up to it is committed, and what comes after it is left for the next call.
    // No snapshot is needed.
    try await database.read { (connection) throws(StoreError) in
      let current = try SQLStore.epoch(on: connection)
      let after = min(max(epoch, 0), current)
      var upTo = current
      var ended = try SQLStore.ended(after: after, upTo: upTo, limit: limit + 1, on: connection)
      if ended.count > limit, let crossing = ended.last?.epoch {
        // The event that crosses the limit waits, unless it is the only one: events are handed out whole.
        upTo = ended.first?.epoch == crossing ? crossing : crossing - 1
        ended =
          upTo == crossing
          ? try SQLStore.ended(after: crossing - 1, upTo: crossing, limit: .max, on: connection)
          : ended.filter { $0.epoch <= upTo }
      }
      let cutOffs = try connection.all(
        RevocationStatements.cutOffs, [.integer(after), .integer(upTo)]
      ) { (row) throws(StoreError) in
        CutOffEntry(
          epoch: row.integer(0), department: row.isNull(1) ? nil : try DepartmentID(stored: row.text(1)),
          issuedBefore: UnixTime(row.integer(2)), until: UnixTime(row.integer(3)))
      }
      guard let incarnation = try connection.first(UpkeepStatements.incarnation, [], { $0.text(0) }) else {
        throw .corrupt("store.incarnation")
      }
      return RevocationLog(incarnation: incarnation, epoch: upTo, ended: ended, cutOffs: cutOffs)
    }
  }

  private static func ended(
    after: Int64, upTo: Int64, limit: Int, on connection: Database.Connection
  ) throws(StoreError) -> [EndedEntry] {
    try connection.all(
      RevocationStatements.ended,
      [.integer(EndedNumber.last(after)), .integer(EndedNumber.last(upTo)), .integer(Int64(limit))]
    ) { (row) throws(StoreError) in
      EndedEntry(
        epoch: EndedNumber.epoch(row.integer(0)), department: try DepartmentID(stored: row.text(1)),
        handle: try EndedHandle(kind: row.integer(2), bytes: row.bytes(3)), until: UnixTime(row.integer(4)))
    }
  }

  package func isRevoked(jti: String, department: DepartmentID) async throws(StoreError) -> Bool {
    try await database.read { (connection) throws(StoreError) in
      try connection.exists(
        RevocationStatements.isTokenEnded, [.bytes(Array(jti.utf8)), .text(department.text)])
    }
  }
}

extension EndedHandle {
  fileprivate init(kind: Int64, bytes: [UInt8]) throws(StoreError) {
    switch kind {
    case EndedKind.sid:
      guard let handle = ParticipationHandle(bytes: bytes) else { throw .corrupt("ended.handle") }
      self = .sid(handle.sid)
    case EndedKind.jti: self = .jti(String(decoding: bytes, as: UTF8.self))
    default: throw .corrupt("ended.kind")
    }
  }
}
