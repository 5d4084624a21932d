package import OneDoorStore

/// What a driver offers: look-ups, longer reads and units of work.
package protocol SQLDatabase: Sendable {
  associatedtype Connection: SQLConnection

  /// A look-up of a few rows, on the caller's thread: handing it to another would cost more than it takes.
  func read<Value: Sendable>(_ look: (Connection) throws(StoreError) -> Value) async throws(StoreError) -> Value

  /// A longer read in one snapshot, off the caller's thread.
  func scan<Value: Sendable>(
    _ look: @escaping @Sendable (Connection) throws(StoreError) -> Value
  ) async throws(StoreError) -> Value

  /// One unit of work. It is committed when this returns, and has left nothing behind when this throws. A driver may run
  /// it again from the start, so it touches nothing but the connection.
  func write<Value: Sendable>(
    _ guards: Guards, _ unit: @escaping @Sendable (Connection) throws(StoreError) -> Value
  ) async throws(StoreError) -> Value
}

extension SQLDatabase {
  func write<Value: Sendable>(
    _ unit: @escaping @Sendable (Connection) throws(StoreError) -> Value
  ) async throws(StoreError) -> Value {
    try await write(.first, unit)
  }
}

/// Where a unit of work can fail by its own rule. `first`: only before its first write, so that there is nothing to take
/// back. `throughout`: later too; it pays a savepoint (8-20 µs in SQLite).
package enum Guards: Sendable { case first, throughout }
