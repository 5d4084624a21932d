import GRDBSQLite

/// What a commit costs in SQLite's C interface: three rows for each unit of work (a session, a participation, a
/// family), in tables with row numbers and a unique index on the hash, with the settings of the product's driver
/// (DESIGN.md §5). As many units share a commit as there are connections to wait for one.
final class RawSQLite {
  static let group = Load.connections
  private static let groupsBetweenCheckpoints = 128

  private let writer: OpaquePointer
  private let checkpointer: OpaquePointer
  private var inserts: [OpaquePointer] = []
  private var groups = 0
  private var random: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(path: String) throws {
    writer = try RawSQLite.open(path)
    checkpointer = try RawSQLite.open(path)
    for table in ["session", "participation", "family"] {
      try RawSQLite.run(
        """
        CREATE TABLE \(table) (
          id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, owner INTEGER NOT NULL, a INTEGER NOT NULL,
          b INTEGER NOT NULL, c INTEGER NOT NULL) STRICT
        """, on: writer)
      var statement: OpaquePointer?
      let text = "INSERT INTO \(table) (hash, owner, a, b, c) VALUES (?1, ?2, ?3, ?4, ?5)"
      guard sqlite3_prepare_v2(writer, text, -1, &statement, nil) == SQLITE_OK, let statement else {
        throw RawSQLite.failure(writer)
      }
      inserts.append(statement)
    }
  }

  deinit {
    for statement in inserts { sqlite3_finalize(statement) }
    sqlite3_close_v2(checkpointer)
    sqlite3_close_v2(writer)
  }

  private static func open(_ path: String) throws -> OpaquePointer {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK, let handle else {
      throw BenchFailure("SQLite does not open \(path)")
    }
    try run(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 0
      """, on: handle)
    return handle
  }

  private static func run(_ text: String, on handle: OpaquePointer) throws {
    guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else { throw failure(handle) }
  }

  private static func failure(_ handle: OpaquePointer) -> BenchFailure {
    BenchFailure("SQLite: \(String(cString: sqlite3_errmsg(handle)))")
  }

  func commitGroup() throws {
    try RawSQLite.run("BEGIN IMMEDIATE", on: writer)
    for _ in 0..<RawSQLite.group {
      for statement in inserts { try insert(statement) }
    }
    try RawSQLite.run("COMMIT", on: writer)
    groups += 1
    if groups % RawSQLite.groupsBetweenCheckpoints == 0 {
      sqlite3_wal_checkpoint_v2(checkpointer, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }
  }

  private func insert(_ statement: OpaquePointer) throws {
    var hash = (next(), next(), next(), next())
    sqlite3_reset(statement)
    let code = withUnsafeBytes(of: &hash) { bytes in
      // No destructor: the bytes live until the step has read them.
      sqlite3_bind_blob(statement, 1, bytes.baseAddress, Int32(bytes.count), nil)
      for column in 2...5 { sqlite3_bind_int64(statement, Int32(column), 1_800_000_000 + Int64(column)) }
      return sqlite3_step(statement)
    }
    guard code == SQLITE_DONE else { throw RawSQLite.failure(writer) }
  }

  /// xorshift64*: hashes that fall anywhere in the index, the same in every run.
  private func next() -> UInt64 {
    random ^= random >> 12
    random ^= random << 25
    random ^= random >> 27
    return random &* 0x2545_F491_4F6C_DD1D
  }
}
