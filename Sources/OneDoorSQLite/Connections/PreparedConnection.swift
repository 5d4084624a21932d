import GRDBSQLite
package import OneDoorSQL
package import OneDoorStore

/// An SQLite connection with its prepared statements, used by one thread at a time: by the writer on its queue, by a
/// reader while it is out of its pool. That is why it may call itself sendable.
package final class PreparedConnection: SQLConnection, @unchecked Sendable {
  let handle: OpaquePointer
  private var prepared: [OpaquePointer?] = []
  /// What SQLite reported since the unit of work began.
  var failure: EngineFailure?

  init(_ handle: OpaquePointer) { self.handle = handle }

  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }
  var changes: Int64 { sqlite3_total_changes64(handle) }

  func failed(_ code: Int32) -> StoreError {
    let failure = EngineFailure(code, on: handle)
    self.failure = self.failure ?? failure
    return failure.storeError
  }

  /// Reset before binding: a statement left where it stood refuses new values without a word.
  private func ready(_ statement: SQLStatement, _ values: [SQLValue]) throws(StoreError) -> OpaquePointer {
    let raw = try find(statement)
    sqlite3_reset(raw)
    for (index, value) in values.enumerated() {
      let code = StatementBinding.bind(value, at: Int32(index + 1), of: raw)
      guard code == SQLITE_OK else { throw failed(code) }
    }
    return raw
  }

  private func find(_ statement: SQLStatement) throws(StoreError) -> OpaquePointer {
    while prepared.count <= statement.number { prepared.append(nil) }
    if let raw = prepared[statement.number] { return raw }
    var raw: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, statement.text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &raw, nil)
    guard code == SQLITE_OK, let raw else { throw failed(code) }
    prepared[statement.number] = raw
    return raw
  }

  func prepareAll() throws(StoreError) {
    for statement in SQLStatement.all { _ = try find(statement) }
  }

  /// Runs to the end; true where it went well.
  private func finish(_ raw: OpaquePointer) throws(StoreError) {
    var code = sqlite3_step(raw)
    while code == SQLITE_ROW { code = sqlite3_step(raw) }
    guard code == SQLITE_DONE else {
      let error = failed(code)
      sqlite3_reset(raw)
      throw error
    }
    sqlite3_reset(raw)
  }

  package func execute(_ statement: SQLStatement, _ values: [SQLValue]) throws(StoreError) -> Int {
    try finish(try ready(statement, values))
    return Int(sqlite3_changes64(handle))
  }

  package func insert(_ statement: SQLStatement, _ values: [SQLValue]) throws(StoreError) -> Int64? {
    guard try execute(statement, values) == 1 else { return nil }
    return sqlite3_last_insert_rowid(handle)
  }

  package func rows(
    _ statement: SQLStatement, _ values: [SQLValue], _ visit: (StatementRow) throws(StoreError) -> Bool
  ) throws(StoreError) {
    let raw = try ready(statement, values)
    // Reset at once: a statement that still stands keeps its view of the database, and the log cannot start over.
    defer { sqlite3_reset(raw) }
    while true {
      switch sqlite3_step(raw) {
      case SQLITE_ROW: guard try visit(StatementRow(raw)) else { return }
      case SQLITE_DONE: return
      case let code: throw failed(code)
      }
    }
  }

  package func run(script: String) throws(StoreError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw failed(code) }
  }

  /// The first column of the first row of a pragma.
  func pragma(_ text: String) throws(StoreError) -> String {
    var raw: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, "PRAGMA \(text)", -1, &raw, nil)
    guard code == SQLITE_OK, let raw else { throw failed(code) }
    defer { sqlite3_finalize(raw) }
    guard sqlite3_step(raw) == SQLITE_ROW else { return "" }
    return StatementRow(raw).text(0)
  }

  func finalizeStatements() {
    for raw in prepared { sqlite3_finalize(raw) }
    prepared = []
  }

  func close() {
    finalizeStatements()
    sqlite3_close_v2(handle)
  }
}
