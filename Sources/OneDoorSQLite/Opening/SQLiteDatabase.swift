import Dispatch
import GRDB
import GRDBSQLite
package import OneDoorSQL
package import OneDoorStore
import Synchronization

/// The SQLite driver: one writer that groups units of work, read-only connections for look-ups, a checkpointer.
package final class SQLiteDatabase: SQLDatabase {
  /// "1Dor": an SQLite file without it is somebody else's, and is left alone.
  private static let applicationID = 0x3144_6F72

  private let readers: ReaderPool
  private let writer: GroupWriter
  private let checkpointer: Checkpointer
  private let isClosed = Atomic<Bool>(false)
  private let scans = DispatchQueue(label: "onedoor.sqlite.scan", qos: .utility)

  convenience package init(path: String, durability: Durability = .full) throws(StoreError) {
    try self.init(path: path, durability: durability, commit: GroupTransaction.commit)
  }

  /// With another commit, so that a test can let the disk fail.
  package init(
    path: String, durability: Durability, commit: @escaping @Sendable (PreparedConnection) -> EngineFailure?
  ) throws(StoreError) {
    try DatabaseFile.secure(path)
    let (queue, connection) = try SQLiteDatabase.openWriter(path)
    try durability.set(on: connection)
    try SQLiteDatabase.migrate(connection)
    try connection.prepareAll()
    writer = GroupWriter(queue, connection, commit: commit)
    readers = try ReaderPool(path: path)
    checkpointer = try Checkpointer(path: path, writer: writer)
  }

  private static func openWriter(_ path: String) throws(StoreError) -> (DatabaseQueue, PreparedConnection) {
    var configuration = Configuration()
    configuration.label = "onedoor.sqlite.writer"
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    // Transactions are begun and ended by statements of our own, which GRDB does not see.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      guard let handle = database.sqliteConnection else { throw StoreError.unavailable("SQLite did not open") }
      let connection = PreparedConnection(handle)
      try claim(connection)
      // The cache grows with use; an idle server has none of it.
      try connection.run(script: "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 0; PRAGMA temp_store = 2")
    }
    let queue: DatabaseQueue
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw (error as? StoreError) ?? .unavailable("SQLite did not open \(path): \(error)")
    }
    guard let handle = queue.writeWithoutTransaction({ $0.sqliteConnection }) else {
      throw .unavailable("SQLite did not open \(path)")
    }
    sqlite3_extended_result_codes(handle, 1)
    // GRDB watches commits for observers, which there are none of, and traps where one is not its own statement.
    sqlite3_commit_hook(handle, nil, nil)
    sqlite3_rollback_hook(handle, nil, nil)
    return (queue, PreparedConnection(handle))
  }

  /// An empty file becomes ours; one with tables has to be ours already.
  private static func claim(_ connection: PreparedConnection) throws(StoreError) {
    let number = try connection.pragma("application_id")
    guard number != "\(applicationID)" else { return }
    guard number == "0", try connection.pragma("schema_version") == "0" else {
      throw .unavailable("this SQLite file does not belong to OneDoor")
    }
    try connection.run(script: "PRAGMA application_id = \(applicationID)")
  }

  private static func migrate(_ connection: PreparedConnection) throws(StoreError) {
    guard try connection.pragma("journal_mode") == "wal", try connection.pragma("foreign_keys") == "1" else {
      throw .unavailable("SQLite could not be set up with a write-ahead log and foreign keys")
    }
    try connection.run(script: "BEGIN IMMEDIATE")
    do throws(StoreError) {
      try Schema.prepare(connection)
      try connection.run(script: "COMMIT")
    } catch {
      try? connection.run(script: "ROLLBACK")
      throw error
    }
  }

  package func read<Value: Sendable>(
    _ look: (PreparedConnection) throws(StoreError) -> Value
  ) async throws(StoreError) -> Value {
    try readers.lend(look)
  }

  package func scan<Value: Sendable>(
    _ look: @escaping @Sendable (PreparedConnection) throws(StoreError) -> Value
  ) async throws(StoreError) -> Value {
    let outcome: Result<Value, StoreError> = await withCheckedContinuation { continuation in
      scans.async { [readers] in
        continuation.resume(returning: Result { () throws(StoreError) in try readers.lend(snapshot(look)) })
      }
    }
    return try outcome.get()
  }

  package func write<Value: Sendable>(
    _ guards: Guards, _ unit: @escaping @Sendable (PreparedConnection) throws(StoreError) -> Value
  ) async throws(StoreError) -> Value {
    try await writer.write(guards, unit)
  }

  /// What the writer's connection runs with.
  package func setting(_ pragma: String) throws(StoreError) -> String {
    try writer.betweenGroups { (connection) throws(StoreError) in try connection.pragma(pragma) }
  }

  /// Moves the log into the database now, between two groups.
  package func checkpoint() { checkpointer.moveAll() }

  /// Waits for what is under way, moves the log into the database and closes. Calls after it are refused.
  package func close() throws(StoreError) {
    guard !isClosed.exchange(true, ordering: .relaxed) else { return }
    writer.refuse(.unavailable("storage is shutting down"))
    readers.close()
    checkpointer.close()
    do { try writer.close() } catch { throw .unavailable("SQLite did not close: \(error)") }
  }

  deinit { try? close() }
}

/// One view of the database for several statements.
private func snapshot<Value>(
  _ look: @escaping @Sendable (PreparedConnection) throws(StoreError) -> Value
) -> (PreparedConnection) throws(StoreError) -> Value {
  { (connection) throws(StoreError) in
    try connection.run(script: "BEGIN")
    defer { try? connection.run(script: "COMMIT") }
    return try look(connection)
  }
}
