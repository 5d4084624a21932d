import GRDBSQLite

/// The rows of a running provider's database, seen from outside by a connection that cannot write.
struct DatabaseRows: Sendable, Equatable {
  private(set) var counts: [String: Int] = [:]
  /// Pages that hold something, of 4 KiB each.
  let pages: Int

  init(_ path: String) throws {
    var handle: OpaquePointer?
    guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK, let handle else {
      throw Failed("open \(path)")
    }
    defer { sqlite3_close(handle) }
    sqlite3_busy_timeout(handle, 5_000)
    pages =
      try DatabaseRows.number("PRAGMA page_count", handle) - DatabaseRows.number("PRAGMA freelist_count", handle)
    let names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    for table in try DatabaseRows.texts(names, handle) {
      counts[table] = try DatabaseRows.number("SELECT count(*) FROM \"\(table)\"", handle)
    }
  }

  subscript(table: String) -> Int { counts[table] ?? -1 }
  var total: Int { counts.values.reduce(0, +) }

  private static func number(_ sql: String, _ handle: OpaquePointer) throws -> Int {
    guard let number = Int(try texts(sql, handle).first ?? "") else { throw Failed(sql) }
    return number
  }

  private static func texts(_ sql: String, _ handle: OpaquePointer) throws -> [String] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Failed(sql, String(cString: sqlite3_errmsg(handle)))
    }
    defer { sqlite3_finalize(statement) }
    var texts: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      if let text = sqlite3_column_text(statement, 0) { texts.append(String(cString: text)) }
    }
    return texts
  }
}
