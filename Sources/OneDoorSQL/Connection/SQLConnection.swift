package import OneDoorStore

/// One connection to an engine, in the hands of one unit of work at a time.
package protocol SQLConnection: SendableMetatype {
  associatedtype Row: SQLRow

  /// Runs a statement to its end. Returns how many rows it changed itself, without those that foreign keys took along.
  func execute(_ statement: SQLStatement, _ values: [SQLValue]) throws(StoreError) -> Int

  /// Runs an insert of at most one row; its number, or nil where a guard or a conflict let nothing in.
  func insert(_ statement: SQLStatement, _ values: [SQLValue]) throws(StoreError) -> Int64?

  /// Hands the rows over one after another, until there are no more or `visit` answers false.
  func rows(
    _ statement: SQLStatement, _ values: [SQLValue], _ visit: (Row) throws(StoreError) -> Bool
  ) throws(StoreError)

  /// Runs the text of a migration.
  func run(script: String) throws(StoreError)
}

extension SQLConnection {
  func first<Value>(
    _ statement: SQLStatement, _ values: [SQLValue], _ read: (Row) throws(StoreError) -> Value
  ) throws(StoreError) -> Value? {
    var found: Value?
    try rows(statement, values) { (row) throws(StoreError) in
      found = try read(row)
      return false
    }
    return found
  }

  func all<Value>(
    _ statement: SQLStatement, _ values: [SQLValue], _ read: (Row) throws(StoreError) -> Value
  ) throws(StoreError) -> [Value] {
    var found: [Value] = []
    try rows(statement, values) { (row) throws(StoreError) in
      found.append(try read(row))
      return true
    }
    return found
  }

  func exists(_ statement: SQLStatement, _ values: [SQLValue]) throws(StoreError) -> Bool {
    try first(statement, values) { _ in true } ?? false
  }
}
