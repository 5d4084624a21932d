import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// Carries out an end, at most 1,000 rows at a time, inside the unit of work of whoever orders it.
struct Ending: Sendable {
  /// What one unit of work has done. Where it is not complete, the end goes on in further units, each with an event of
  /// its own; the order is acknowledged after the last.
  struct Step: Sendable {
    var epoch: Int64?
    var ended = 0
    var isComplete = true
  }

  static let rowLimit = 1_000

  let order: EndOrder
  /// An administrator's words may name a person: they are kept sealed.
  let reason: [UInt8]?

  init(_ order: EndOrder, _ vault: any PersonalDataVault) throws(StoreError) {
    self.order = order
    reason = nil == order.reason ? nil : try vault.seal(Array((order.reason ?? "").utf8), context: Array("event".utf8))
  }

  func carryOut(on connection: some SQLConnection) throws(StoreError) -> Step {
    switch order.scope {
    case .participation(let handle):
      let targets = try connection.all(EndStatements.participation, [.bytes(handle.bytes), now], Target.init)
      for target in targets { _ = try connection.execute(ParticipationStatements.delete, [.integer(target.id)]) }
      let live = targets.filter(\.isLive)
      return live.isEmpty ? Step() : try raise(live, on: connection)
    case .session(let id):
      return try end(
        connection.all(EndStatements.session, [.integer(id.number), now], SessionTarget.init), on: connection)
    case .departure(let id, let department): return try leave(department, in: id, on: connection)
    case .person(let id):
      return try end(
        EndStatements.sessionsOfPerson, [.integer(id.number), now, .integer(Int64(Ending.rowLimit))], on: connection)
    case .others(let id, let kept):
      return try end(
        EndStatements.othersOfPerson,
        [.integer(id.number), now, .integer(Int64(Ending.rowLimit)), .integer(kept.number)], on: connection)
    case .department(let id):
      guard let number = try departmentNumber(id, on: connection) else { return Step() }
      return try cutOff(number, on: connection)
    case .everything: return try cutOff(nil, on: connection)
    case .token(let jti, let id, let expires):
      guard let number = try departmentNumber(id, on: connection),
        try !connection.exists(RevocationStatements.isTokenEnded, [.bytes(Array(jti.utf8)), .text(id.text)])
      else { return Step() }
      let epoch = try nextEvent(on: connection)
      try note(
        Array(jti.utf8), kind: EndedKind.jti, department: number, until: expires + Policy.clockSkew, epoch: epoch,
        place: 0, on: connection)
      return Step(epoch: epoch)
    }
  }

  private var now: SQLValue { .integer(order.at.seconds) }

  private func departmentNumber(_ id: DepartmentID, on connection: some SQLConnection) throws(StoreError) -> Int64? {
    try connection.first(EndStatements.departmentNumber, [.text(id.text)]) { $0.integer(0) }
  }

  /// `targets` finds no more than the limit.
  private func end(
    _ targets: SQLStatement, _ values: [SQLValue], on connection: some SQLConnection
  ) throws(StoreError) -> Step {
    let sessions = try connection.all(targets, values, SessionTarget.init)
    var step = try end(sessions, on: connection)
    if sessions.count == Ending.rowLimit { step.isComplete = false }
    return step
  }

  private func end(_ sessions: [SessionTarget], on connection: some SQLConnection) throws(StoreError) -> Step {
    var room = Ending.rowLimit
    var hit = false
    var ended: [Target] = []
    for session in sessions {
      let targets = try connection.all(
        EndStatements.participationsOfSession, [.integer(session.id), now, .integer(Int64(Ending.rowLimit))],
        Target.init)
      let rows = targets.reduce(session.rows) { $0 + $1.rows }
      if rows <= room {
        _ = try connection.execute(EndStatements.deleteSession, [.integer(session.id)])
        hit = hit || session.isLive
        ended += targets.filter(\.isLive)
        room -= rows
        continue
      }
      // A session too large for one unit loses participations until the limit; it goes itself with the last of them.
      if room == Ending.rowLimit {
        for target in targets where target.rows <= room {
          _ = try connection.execute(ParticipationStatements.delete, [.integer(target.id)])
          ended += target.isLive ? [target] : []
          room -= target.rows
        }
      }
      var step = hit || !ended.isEmpty ? try raise(ended, on: connection) : Step()
      step.isComplete = false
      return step
    }
    return hit || !ended.isEmpty ? try raise(ended, on: connection) : Step()
  }

  /// As many rows as the session has subjects at one department, a handful at most.
  private func leave(
    _ department: DepartmentID, in session: SessionID, on connection: some SQLConnection
  ) throws(StoreError) -> Step {
    guard let number = try departmentNumber(department, on: connection) else { return Step() }
    let targets = try connection.all(
      EndStatements.participationsOfDeparture, [.integer(session.number), now, .integer(number)], Target.init)
    for target in targets { _ = try connection.execute(ParticipationStatements.delete, [.integer(target.id)]) }
    let live = targets.filter(\.isLive)
    guard !live.isEmpty else { return Step() }
    _ = try connection.execute(DepartureStatements.note, [.integer(session.number), .integer(number)])
    return try raise(live, on: connection)
  }

  private func raise(_ ended: [Target], on connection: some SQLConnection) throws(StoreError) -> Step {
    let epoch = try nextEvent(on: connection)
    for (place, target) in ended.enumerated() {
      try note(
        target.handle, kind: EndedKind.sid, department: target.department, until: order.rememberUntil, epoch: epoch,
        place: place, on: connection)
    }
    return Step(epoch: epoch, ended: ended.count)
  }

  private func cutOff(_ department: Int64?, on connection: some SQLConnection) throws(StoreError) -> Step {
    let epoch = try nextEvent(on: connection)
    _ = try connection.execute(
      EndStatements.cutOff,
      [
        .integer(epoch), .optional(department), .integer(order.issuedBefore.seconds),
        .integer(order.rememberUntil.seconds),
      ])
    return Step(epoch: epoch)
  }

  private func nextEvent(on connection: some SQLConnection) throws(StoreError) -> Int64 {
    _ = try connection.execute(EndStatements.raise, [])
    guard let epoch = try connection.first(RevocationStatements.epoch, [], { $0.integer(0) }) else {
      throw .corrupt("counter")
    }
    _ = try connection.execute(
      EndStatements.event,
      [
        .integer(epoch), .text(order.cause.rawValue), .optional(reason), .integer(order.at.seconds),
        .integer(order.rememberUntil.seconds),
      ])
    return epoch
  }

  private func note(
    _ handle: [UInt8], kind: Int64, department: Int64, until: UnixTime, epoch: Int64, place: Int,
    on connection: some SQLConnection
  ) throws(StoreError) {
    _ = try connection.execute(
      EndStatements.ended,
      [
        .integer(EndedNumber.number(epoch, place)), .integer(department), .integer(kind), .bytes(handle),
        .integer(until.seconds),
      ])
  }
}

/// The number of an `ended` row: its event and its place there, so that the log is read in order by number alone.
enum EndedNumber {
  static func number(_ epoch: Int64, _ place: Int) -> Int64 { epoch << 12 | Int64(place) }
  static func epoch(_ number: Int64) -> Int64 { number >> 12 }
  static func last(_ epoch: Int64) -> Int64 { epoch << 12 | 0xFFF }
}
