package import OneDoorSQL
package import OneDoorStore

package typealias SQLiteStore = SQLStore<SQLiteDatabase>

extension SQLStore where Database == SQLiteDatabase {
  /// Opens the store at `path`, making or upgrading it as needed.
  package static func open(
    path: String, vault: any PersonalDataVault, durability: Durability = .full
  ) throws(StoreError) -> SQLiteStore {
    SQLiteStore(try SQLiteDatabase(path: path, durability: durability), vault: vault)
  }

  package func close() throws(StoreError) { try database.close() }
}
