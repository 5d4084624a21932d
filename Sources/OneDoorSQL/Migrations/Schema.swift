import OneDoorCrypto
import OneDoorJOSE
package import OneDoorStore

/// Brings a store to this version's schema, or refuses it.
package enum Schema {
  /// Runs what is missing, inside the caller's transaction. A store that a newer version has written is refused: its
  /// tables may mean something that this one would break.
  package static func prepare(_ connection: some SQLConnection) throws(StoreError) {
    try connection.run(
      script: "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
    let known = Migration.all.map(\.number).max() ?? 0
    let stored = try connection.first(UpkeepStatements.schemaVersion, []) { $0.integer(0) } ?? 0
    guard stored <= known else {
      throw .unavailable(
        "this store was written by a newer OneDoor (schema \(stored), this one knows \(known)); start that version, or restore a backup from before the upgrade"
      )
    }
    for migration in Migration.all where migration.number > stored {
      try connection.run(script: migration.sqlite)
      _ = try connection.execute(
        UpkeepStatements.noteMigration, [.integer(migration.number), .text(migration.name)])
    }
    _ = try connection.execute(UpkeepStatements.beginIncarnation, [.text(try freshIncarnation())])
  }

  private static func freshIncarnation() throws(StoreError) -> String {
    do throws(CryptoError) {
      return Base64URL.encode(try SecureRandom.bytes(16))
    } catch {
      throw .unavailable("\(error)")
    }
  }
}
