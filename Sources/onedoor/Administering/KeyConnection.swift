import OneDoorCrypto
import OneDoorEndpoints
import OneDoorJOSE
import OneDoorRules

/// The key verbs: through the server while one runs, so that it takes new keys at once; else on the files themselves,
/// under the store's lock, which works before there is a database.
enum KeyConnection {
  static func call(_ place: Installation, _ verb: String, _ arguments: JSONObject = [:]) async throws -> JSONObject {
    let configuration = place.configuration
    if AdminSocket.isAnswered(configuration.socketPath) {
      return try await AdminConnection.with(place, mayOpenStore: false) { try await $0.call(verb, arguments) }
    }
    try DataFolder.prepare(configuration.data)
    let lock = try StoreLock(configuration.lockPath)
    defer { withExtendedLifetime(lock) {} }
    let answer = await KeyAdministration(
      keys: KeyFolder(configuration.keys, clock: WallClock.now), clock: WallClock.now
    ).answer(verb, arguments)
    guard answer.status == 200, let object = answer.json.object else {
      throw CommandFailure(status: answer.status, json: answer.json)
    }
    return object
  }
}
