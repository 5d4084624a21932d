import GRDBSQLite
import OneDoorStore

/// An error that SQLite itself reported.
package struct EngineFailure: Sendable, Equatable {
  package let code: Int32
  package let words: String

  /// The extended code of the last call on a connection, with SQLite's words for it. They name tables and columns, never
  /// values.
  init(_ code: Int32, on handle: OpaquePointer?) {
    let extended = handle.map { sqlite3_extended_errcode($0) } ?? code
    self.code = extended & 0xFF == code & 0xFF ? extended : code
    words = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? String(cString: sqlite3_errstr(code))
  }

  package init(code: Int32) {
    self.code = code
    words = String(cString: sqlite3_errstr(code))
  }

  var primary: Int32 { code & 0xFF }

  /// SQLITE_IOERR_ BLOCKED, NOMEM, ACCESS, LOCK, SHMOPEN, SHMSIZE, SHMLOCK and SHMMAP, whose macros do not import.
  private static let losesNothing: Set<Int32> = [11, 12, 13, 15, 18, 19, 20, 21]

  var storeError: StoreError {
    switch primary {
    case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt("SQLite \(code): \(words)")
    default: .unavailable("SQLite \(code): \(words)")
    }
  }

  /// One unit's own fault: its neighbours in the group would have gone through.
  var isOfOneUnit: Bool {
    [SQLITE_CONSTRAINT, SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_TOOBIG, SQLITE_MISUSE].contains(primary)
  }

  /// After these nobody knows what the disk holds: a second fsync may succeed without having written what the first one
  /// lost. Writing stops until a restart has read everything anew. A full disk is none of them, and running out of room
  /// for the shared-memory file reports as an I/O error but loses nothing.
  var stopsWriting: Bool {
    switch primary {
    case SQLITE_IOERR: !EngineFailure.losesNothing.contains(code >> 8)
    case SQLITE_CORRUPT, SQLITE_NOTADB: true
    default: false
    }
  }
}
