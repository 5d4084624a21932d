import GRDBSQLite
import OneDoorSQL
import OneDoorStore

/// One transaction for a group of units: `BEGIN IMMEDIATE`, the units one after another, one `COMMIT`.
///
/// Guards come first in a unit, so that one that fails by its own rule has written nothing and its neighbours go on. Only
/// a unit that can fail later pays for a savepoint.
struct GroupTransaction {
  enum Outcome {
    /// Every unit has its answer.
    case committed
    /// Nothing was written; the fault is one unit's, and the others would have gone through.
    case apart(EngineFailure?)
    /// Nothing was written, and SQLite is to blame.
    case failed(EngineFailure)
  }

  let connection: PreparedConnection
  let commit: @Sendable (PreparedConnection) -> EngineFailure?

  func attempt(_ group: [any WaitingUnit]) -> Outcome {
    if let failure = step("BEGIN IMMEDIATE") { return .failed(failure) }
    for unit in group {
      let hasSavepoint = unit.guards == .throughout
      if hasSavepoint, let failure = step("SAVEPOINT unit") { return takeBack(failure) }
      connection.failure = nil
      let before = connection.changes
      let refusal = unit.run(on: connection)
      if let failure = connection.failure { return takeBack(failure) }
      // SQLite ends a transaction by itself where it cannot go on: nothing of the group is left then.
      guard connection.isInTransaction else { return .failed(EngineFailure(code: SQLITE_ABORT)) }
      if refusal != nil, connection.changes != before {
        guard hasSavepoint else { return takeBack(nil) }
        if let failure = step("ROLLBACK TO unit") { return takeBack(failure) }
      }
      if hasSavepoint, let failure = step("RELEASE unit") { return takeBack(failure) }
    }
    if let failure = commit(connection) { return takeBack(failure, isOfCommit: true) }
    return .committed
  }

  private func takeBack(_ failure: EngineFailure?, isOfCommit: Bool = false) -> Outcome {
    let endedBySQLite = !connection.isInTransaction
    if !endedBySQLite { _ = step("ROLLBACK") }
    guard let failure else { return .apart(nil) }
    return failure.isOfOneUnit && !endedBySQLite && !isOfCommit ? .apart(failure) : .failed(failure)
  }

  private func step(_ text: String) -> EngineFailure? {
    let code = sqlite3_exec(connection.handle, text, nil, nil, nil)
    return code == SQLITE_OK ? nil : EngineFailure(code, on: connection.handle)
  }

  static func commit(_ connection: PreparedConnection) -> EngineFailure? {
    let code = sqlite3_exec(connection.handle, "COMMIT", nil, nil, nil)
    return code == SQLITE_OK ? nil : EngineFailure(code, on: connection.handle)
  }
}
