import Foundation
import OneDoorMessages

/// The release `onedoor` beside this program, installed in a folder of the run and serving on the server's core.
final class BenchProvider {
  static let departmentID = "bench"

  let server: ServerChild
  let host: String
  let citizens: [Citizen]
  /// Wall time from the start of the process to its first answer.
  let startUp: Double

  private init(server: ServerChild, host: String, citizens: [Citizen], startUp: Double) {
    self.server = server
    self.host = host
    self.citizens = citizens
    self.startUp = startUp
  }

  var issuer: String { "http://\(host)" }

  static func executable() throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("onedoor").path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw BenchFailure("\(path) is not built: swift build -c release")
    }
    return path
  }

  /// Keys, configuration, one department and the citizens: as an administrator would do it.
  static func install(in folder: TemporaryFolder) throws -> Installation {
    let executable = try executable()
    let port = try FreePort.next()
    let host = "localhost:\(port)"
    let installation = Installation(executable: executable, port: port, host: host, folder: folder)
    try folder.write("onedoor.yaml", installation.configuration)
    try folder.write("secret", installation.department.secret)
    try folder.write("registration.yaml", installation.registration)
    let config = ["--config", folder.file("onedoor.yaml").path]
    try ServerChild.run(executable, ["key", "generate"] + config, log: folder.file("generate.log"))
    try ServerChild.run(
      executable, ["apply", "-f", folder.file("registration.yaml").path] + config, log: folder.file("apply.log"))
    return installation
  }

  static func start(_ installation: Installation, cores: Cores) throws -> BenchProvider {
    let begin = CPUClock.seconds()
    let server = try ServerChild(
      installation.executable, ["serve", "--config", installation.folder.file("onedoor.yaml").path],
      port: installation.port, log: installation.folder.file("serve.log"), cores: cores)
    do {
      let startUp = try server.awaitAnswer(
        at: EndpointPath.openidConfiguration.rawValue, host: installation.host, since: begin)
      return BenchProvider(
        server: server, host: installation.host,
        citizens: installation.citizens.map {
          Citizen($0, department: installation.department, host: installation.host)
        },
        startUp: startUp)
    } catch {
      server.stop()
      throw error
    }
  }
}
