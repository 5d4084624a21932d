import TestSupport

/// `onedoor demo` in a folder of its own, on three ports in a row.
struct Demo {
  let folder: TemporaryFolder
  let port: Int

  init() throws {
    folder = try TemporaryFolder("demo")
    var ports = [try FreePort.next(), try FreePort.next(), try FreePort.next()]
    while ports[2] != ports[0] + 2 { ports = Array(ports.dropFirst()) + [try FreePort.next()] }
    port = ports[0]
  }

  var provider: String { "http://localhost:\(port)" }
  var housing: String { "http://localhost:\(port + 1)" }
  var business: String { "http://localhost:\(port + 2)" }

  func start(_ more: String...) async throws -> ServerProcess {
    let demo = try ServerProcess(["demo", "--port", "\(port)"] + more, folder: folder.path)
    try await demo.waitForLine(containing: "Ctrl-C")
    return demo
  }

  func onedoor(_ arguments: String...) async throws -> CommandResult {
    try await CommandRunner.onedoor(arguments, folder: folder.path)
  }

  func whoami(_ site: String, _ token: String) async throws -> Int {
    try await HTTPTestClient().get(site + "/api/whoami", headers: [("authorization", "Bearer \(token)")]).status
  }
}
