import OneDoorCrypto
import OneDoorEndpoints
import OneDoorJOSE
import OneDoorLogin
import OneDoorRules
import OneDoorSQLite
import OneDoorStore

/// The store under its lock, in this process: by the server, or by a command while no server runs.
struct OpenedStore: Sendable {
  let store: any Store
  let keys: KeyFiles
  let hasher: PasswordHasher
  private let configuration: Configuration
  private let lock: StoreLock
  private let closing: @Sendable () async -> Void

  /// In this order: the lock before anything is touched, the keys before the database that they open, and the pairwise
  /// key held against the database before anybody gets a `sub` from it.
  static func open(_ configuration: Configuration, hashers: Int = 1, queue: Int = 64) async throws -> OpenedStore {
    try DataFolder.prepare(configuration.data)
    let lock = try StoreLock(configuration.lockPath)
    let keys: KeyFiles
    do { keys = try KeyDirectory(configuration.keys).load() } catch { throw CommandFailure("\(error)") }
    try DataFolder.checkDatabase(configuration.databasePath)
    let (store, closing) = try await database(configuration.databasePath, keys)
    do {
      guard try await store.bind(pairwiseCheck: PairwiseSubjects(key: keys.pairwise).checkValue) else {
        throw CommandFailure(
          "\(configuration.keys)/pairwise.key: not the key that \(configuration.databasePath) was made with; every sub "
            + "would change. Restore it from your backup")
      }
      let hasher = try PasswordHasher(threads: hashers, queueDepth: queue)
      return OpenedStore(
        store: store, keys: keys, hasher: hasher, configuration: configuration, lock: lock, closing: closing)
    } catch {
      await closing()
      throw Self.failure(error, configuration.databasePath)
    }
  }

  func answer(_ verb: String, _ arguments: JSONObject) async -> (Int, JSON) {
    let administration = Administration(
      store: store, policy: configuration.policy, hasher: hasher, clock: WallClock.now,
      keys: KeyFolder(configuration.keys, clock: WallClock.now))
    let answer = await administration.answer(verb, arguments)
    return (answer.status, answer.json)
  }

  func close() async { await closing() }

  private static func failure(_ error: any Error, _ database: String) -> any Error {
    switch error {
    case StoreError.unavailable(let why), StoreError.corrupt(let why): CommandFailure("\(database): \(why)")
    case let error as HashingError: CommandFailure("password hashing: \(error)")
    default: error
    }
  }

  private static func database(
    _ path: String, _ keys: KeyFiles
  ) async throws -> (any Store, @Sendable () async -> Void) {
    do {
      // The index key comes from the pairwise key, which never rotates either: an index under another key finds nobody.
      let indexSecret = try HKDF.sha256(
        secret: keys.pairwise, salt: [], info: Array("onedoor/blind-index/1".utf8), count: 32)
      let vault = try DataKeyVault(dataKeys: keys.data, indexSecret: indexSecret)
      let store = try SQLiteStore.open(path: path, vault: vault)
      return (store, { try? store.close() })
    } catch {
      throw failure(error, path)
    }
  }
}
