import TestSupport

/// A folder with a configuration as an operator would write it, on a port of its own.
struct Installed: Sendable {
  let folder: TemporaryFolder
  let port: Int
  let config: String

  init(_ more: String = "") throws {
    folder = try TemporaryFolder("installed")
    port = try FreePort.next()
    config = try folder.write(
      "onedoor.yaml",
      """
      issuer: http://localhost:\(port)
      listen: localhost:\(port)
      data: \(folder.path)/data
      keys: \(folder.path)/keys
      store: sqlite
      \(more)

      """)
  }

  var origin: String { "http://localhost:\(port)" }
  var database: String { folder.path("data/onedoor.sqlite") }
  var socket: String { folder.path("data/admin.sock") }

  func run(
    _ arguments: String..., environment: [String: String] = [:], input: String? = nil
  ) async throws -> CommandResult {
    try await CommandRunner.onedoor(
      arguments + ["--config", config], environment: environment, folder: folder.path, input: input)
  }

  /// With its keys.
  static func withKeys(_ more: String = "") async throws -> Installed {
    let installed = try Installed(more)
    let made = try await installed.run("key", "generate")
    guard made.exitCode == 0 else { throw Failed(made) }
    return installed
  }

  func serve() async throws -> ServerProcess {
    let server = try ServerProcess(["serve", "--config", config], folder: folder.path)
    try await server.waitForURL("\(origin)/health/ready")
    return server
  }

  struct Failed: Error, CustomStringConvertible {
    let result: CommandResult
    init(_ result: CommandResult) { self.result = result }
    var description: String { "exit \(result.exitCode): \(result.stdout)\(result.stderr)" }
  }
}
