import GRDBSQLite
import OneDoorStore
import Synchronization

/// Read-only connections with prepared statements, lent to whoever looks something up: 2.7 µs a look-up, against 33-42
/// through GRDB's asynchronous reads (STACK.md §4). A look-up blocks its thread, so that there are never more of them out
/// than threads.
final class ReaderPool: Sendable {
  private static let kept = 8

  private struct State: Sendable {
    var idle: [PreparedConnection] = []
    var isClosed = false
  }

  private let path: String
  private let state = Mutex(State())

  init(path: String) throws(StoreError) {
    self.path = path
    giveBack(try open())
  }

  private func open() throws(StoreError) -> PreparedConnection {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let failure = EngineFailure(code, on: handle)
      sqlite3_close_v2(handle)
      throw failure.storeError
    }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, 2_000)
    return PreparedConnection(handle)
  }

  func lend<Value>(_ look: (PreparedConnection) throws(StoreError) -> Value) throws(StoreError) -> Value {
    let idle = try state.withLock { (state) throws(StoreError) in
      guard !state.isClosed else { throw .unavailable("storage is closed") }
      return state.idle.popLast()
    }
    let connection = if let idle { idle } else { try open() }
    defer { giveBack(connection) }
    return try look(connection)
  }

  private func giveBack(_ connection: PreparedConnection) {
    let isKept = state.withLock { state in
      guard !state.isClosed, state.idle.count < ReaderPool.kept else { return false }
      state.idle.append(connection)
      return true
    }
    if !isKept { connection.close() }
  }

  func close() {
    let idle = state.withLock { state in
      state.isClosed = true
      defer { state.idle = [] }
      return state.idle
    }
    for connection in idle { connection.close() }
  }
}
