import Foundation
import OneDoorJOSE
import Synchronization
import TestSupport

/// A provider as an operator sets one up: a folder with keys and a configuration, registered departments and persons,
/// and `onedoor serve` running on it.
final class World: Sendable {
  let folder: TemporaryFolder
  let port: Int
  let registry: Registry
  private let server = Mutex<ServerProcess?>(nil)
  private let given = Mutex(0)

  var issuer: String { "http://localhost:\(port)" }
  var configurationPath: String { folder.path("onedoor.yaml") }
  var databasePath: String { folder.path("data/onedoor.sqlite") }

  /// One for all tests that leave other tests' persons and departments alone. It ends with the test process.
  static func shared() async throws -> World { try await sharedTask.value }
  private static let sharedTask = Task { try await World.start(persons: 120) }

  /// One of its own, running.
  static func start(persons: Int = 6, settings: String = "") async throws -> World {
    let world = try await World(persons: persons, settings: settings)
    try await world.serve()
    return world
  }

  /// Set up, and not started.
  init(persons: Int = 6, settings: String = "", registry: Registry? = nil) async throws {
    folder = try TemporaryFolder("world")
    port = try FreePort.next()
    self.registry = if let registry { registry } else { try Registry(persons: persons) }
    try FileManager.default.copyItem(atPath: try await Self.keys.value.path("keys"), toPath: folder.path("keys"))
    try configure(settings)
    try folder.write("registry.yaml", self.registry.document)
    let applied = try await onedoor("apply", "-f", "registry.yaml", environment: self.registry.environment)
    guard applied.exitCode == 0 else { throw Failed("apply", applied) }
  }

  /// RSA keys take a second to make: they are made once, by the command that makes them, and copied.
  private static let keys = Task {
    let folder = try TemporaryFolder("keys")
    try folder.write("onedoor.yaml", configuration(port: 1, folder: folder, settings: ""))
    let made = try await CommandRunner.onedoor(
      ["key", "generate", "--config", folder.path("onedoor.yaml")], folder: folder.path)
    guard made.exitCode == 0 else { throw Failed("key generate", made) }
    return folder
  }

  private static func configuration(port: Int, folder: TemporaryFolder, settings: String) -> String {
    """
    ---
    issuer: http://localhost:\(port)
    listen: localhost:\(port)
    data: \(folder.path("data"))
    keys: \(folder.path("keys"))
    store: sqlite
    \(settings)
    ...

    """
  }

  /// Writes the configuration, with further settings; a running server reads it when it is told.
  func configure(_ settings: String) throws {
    try folder.write("onedoor.yaml", Self.configuration(port: port, folder: folder, settings: settings))
  }

  func serve(environment: [String: String] = [:]) async throws {
    let process = try ServerProcess(
      ["serve", "--config", configurationPath], environment: environment, folder: folder.path)
    try await process.waitForURL(issuer + "/health/ready")
    server.withLock { $0 = process }
  }

  var process: ServerProcess {
    get throws {
      guard let process = server.withLock({ $0 }) else { throw Failed("the server does not run") }
      return process
    }
  }

  /// An orderly end, as `systemctl stop` asks for.
  func stop() async throws {
    guard try await process.terminate() == .code(0) else { throw Failed("serve", try process.stderr) }
    server.withLock { $0 = nil }
  }

  func restart() async throws {
    try await stop()
    try await serve()
  }

  @discardableResult
  func onedoor(
    _ arguments: String..., environment: [String: String] = [:], input: String? = nil
  ) async throws -> CommandResult {
    try await CommandRunner.onedoor(
      arguments + ["--config", configurationPath], environment: environment, folder: folder.path, input: input)
  }

  /// The one JSON document that a command prints.
  func json(_ arguments: String...) async throws -> JSONObject {
    let result = try await CommandRunner.onedoor(
      arguments + ["--json", "--config", configurationPath], folder: folder.path)
    guard result.exitCode == 0, let object = try JSON.parse(Array(result.stdout.utf8)).object else {
      throw Failed(arguments.joined(separator: " "), result)
    }
    return object
  }

  /// A person whom no other test signs in as.
  func newPerson() throws -> TestPerson {
    let index = given.withLock { given in
      defer { given += 1 }
      return given
    }
    guard registry.persons.indices.contains(index) else { throw Failed("the world has no further person") }
    return registry.persons[index]
  }
}

struct Failed: Error, CustomStringConvertible {
  let description: String

  init(_ what: String) { description = what }
  init(_ what: String, _ seen: String) { description = "\(what)\n\(seen)" }
  init(_ what: String, _ result: CommandResult) {
    description = "\(what): \(result.exit)\n\(result.stdout)\(result.stderr)"
  }
  init(_ what: String, _ response: HTTPTestResponse) {
    let headers = response.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
    description = "\(what): \(response.status) from \(response.url)\n\(headers)\n\(response.text.prefix(1500))"
  }
}
