package import OneDoorStore

/// How far a commit goes before it is acknowledged. No setting leads here.
package enum Durability: Sendable {
  /// `synchronous=FULL`: the log is synced at each commit.
  case full
  /// `synchronous=NORMAL`: a power cut loses acknowledged commits. Only for the test that has to fail with it.
  case normalForCounterProof

  private var pragma: String { self == .full ? "2" : "1" }

  /// GRDB sets NORMAL while it opens a database in WAL mode: set it afterwards, and read it back.
  package func set(on connection: PreparedConnection) throws(StoreError) {
    try connection.run(script: "PRAGMA synchronous = \(pragma)")
    try confirm(on: connection)
  }

  package func confirm(on connection: PreparedConnection) throws(StoreError) {
    let read = try connection.pragma("synchronous")
    guard read == pragma else {
      throw .unavailable(
        "SQLite runs with synchronous=\(read) instead of \(pragma): acknowledged commits could be lost")
    }
  }
}
