import GRDBSQLite
import OneDoorSQL

package struct StatementRow: SQLRow {
  private let raw: OpaquePointer

  init(_ raw: OpaquePointer) { self.raw = raw }

  package func isNull(_ column: Int) -> Bool { sqlite3_column_type(raw, Int32(column)) == SQLITE_NULL }
  package func integer(_ column: Int) -> Int64 { sqlite3_column_int64(raw, Int32(column)) }

  package func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(raw, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(raw, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  package func bytes(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(raw, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(raw, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}

enum StatementBinding {
  /// SQLITE_TRANSIENT, a macro that does not import: SQLite copies the value before the call returns.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  static func bind(_ value: SQLValue, at index: Int32, of raw: OpaquePointer) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(raw, index)
    case .integer(let number): sqlite3_bind_int64(raw, index, number)
    case .text(var text):
      text.withUTF8 {
        sqlite3_bind_text64(
          raw, index, UnsafeRawPointer($0.baseAddress)?.assumingMemoryBound(to: CChar.self), UInt64($0.count), copied,
          UInt8(SQLITE_UTF8))
      }
    case .bytes(let bytes):
      // No bytes are still a value: a null pointer would bind NULL.
      bytes.isEmpty
        ? sqlite3_bind_zeroblob(raw, index, 0)
        : sqlite3_bind_blob64(raw, index, bytes, UInt64(bytes.count), copied)
    }
  }
}
