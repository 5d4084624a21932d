import OneDoorRules
import OneDoorStore

/// What a sweep has found, up to its limit, and how it is removed.
struct Sweep: Sendable {
  private let now: SQLValue
  private let idleSince: SQLValue
  private let lastCutOff: SQLValue

  private var sessions: [Found] = []
  private var participations: [Found] = []
  private var codes: [Int64] = []
  private var assertions: [Int64] = []
  private var ended: [Int64] = []
  private var events: [Int64] = []
  private var cutOffs: [Int64] = []

  /// The session to go on from next time, where the limit ended the search.
  private(set) var sessionsGoOn: Int64?

  /// A row and how many go with it.
  private struct Found: Sendable {
    let id: Int64
    let rows: Int
  }

  var isEmpty: Bool {
    sessions.isEmpty && participations.isEmpty && codes.isEmpty && assertions.isEmpty && ended.isEmpty
      && events.isEmpty && cutOffs.isEmpty
  }

  init(
    after position: Int64, at time: UnixTime, idle: Seconds, limit: Int, on connection: some SQLConnection
  ) throws(StoreError) {
    now = .integer(time.seconds)
    idleSince = .integer((time - idle).seconds)
    lastCutOff = .integer(
      try connection.first(SweepStatements.lastCutOff, []) { $0.integer(0) } ?? 0)
    var room = limit

    var search = Search(room: room)
    try connection.rows(
      SweepStatements.oldSessions, [.integer(position), now, idleSince, lastCutOff, .integer(Int64(limit))]
    ) { search.take(id: $0.integer(0), rows: Int($0.integer(1))) }
    sessions = search.found.map { Found(id: $0.id, rows: $0.rows) }
    sessionsGoOn = search.isFull || sessions.count == limit ? sessions.last?.id : nil
    room = search.room

    if room > 0, try connection.exists(SweepStatements.hasDepartmentCutOff, []) {
      search = Search(room: room)
      try connection.rows(SweepStatements.cutParticipations, [.integer(Int64(room))]) {
        search.take(id: $0.integer(0), rows: Int($0.integer(1)))
      }
      participations = search.found.map { Found(id: $0.id, rows: $0.rows) }
      room = search.room
    }

    codes = try Sweep.past(SweepStatements.oldCodes, now, &room, on: connection)
    assertions = try Sweep.past(SweepStatements.oldAssertions, now, &room, on: connection)
    ended = try Sweep.past(SweepStatements.oldEnded, now, &room, on: connection)
    events = try Sweep.past(SweepStatements.oldEvents, now, &room, on: connection)
    // A cut-off goes only when this very search, over everything, has found no row under it any more.
    if position == 0, isEmpty {
      cutOffs = try Sweep.past(SweepStatements.oldCutOffs, now, &room, on: connection)
    }
  }

  private struct Search {
    var room: Int
    var found: [(id: Int64, rows: Int)] = []
    var isFull = false

    init(room: Int) { self.room = room }

    mutating func take(id: Int64, rows: Int) -> Bool {
      guard rows <= room || found.isEmpty else {
        isFull = true
        return false
      }
      found.append((id, rows))
      room = max(0, room - rows)
      return true
    }
  }

  private static func past(
    _ statement: SQLStatement, _ now: SQLValue, _ room: inout Int, on connection: some SQLConnection
  ) throws(StoreError) -> [Int64] {
    guard room > 0 else { return [] }
    let found = try connection.all(statement, [now, .integer(Int64(room))]) { $0.integer(0) }
    room -= found.count
    return found
  }

  func carryOut(on connection: some SQLConnection) throws(StoreError) -> Int {
    var gone = 0
    for session in sessions {
      let values: [SQLValue] = [.integer(session.id), now, idleSince, lastCutOff]
      gone += try connection.execute(SweepStatements.deleteSession, values) * session.rows
    }
    for participation in participations {
      gone += try connection.execute(ParticipationStatements.delete, [.integer(participation.id)]) * participation.rows
    }
    let rest = [
      (SweepStatements.deleteCode, codes), (SweepStatements.deleteAssertion, assertions),
      (SweepStatements.deleteEnded, ended), (SweepStatements.deleteEvent, events),
      (SweepStatements.deleteCutOff, cutOffs),
    ]
    for (statement, ids) in rest {
      for id in ids { gone += try connection.execute(statement, [.integer(id), now]) }
    }
    return gone
  }
}
