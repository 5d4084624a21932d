import ArgumentParser
import Foundation

/// Where a command finds data, keys and the running server.
struct InstallationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration file (default: ONEDOOR_CONFIG, or config/onedoor.yaml).", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("The folder of a demo, in place of --config.", valueName: "dir"))
  var data: String?

  func validate() throws {
    if config != nil, data != nil { throw ValidationError("Give --config or --data, not both.") }
  }

  /// Nobody should have to name the demo that runs in this very folder: where no file is named and no server runs for
  /// the usual one, a running demo is taken, and said.
  func place(_ console: Console) throws -> Installation {
    if let data { return try DemoFolder(data).place(environment: console.environment) }
    let isNamed = config != nil || !console.environment[Configuration.variable, default: ""].isEmpty
    if !isNamed {
      let demo = DemoFolder(DemoFolder.usual)
      if demo.exists, let place = try? demo.place(environment: console.environment), place.isRunning,
        (try? usual(console))?.isRunning != true
      {
        console.output.say("Speaking to the demo in \(DemoFolder.usual).", .quiet)
        return place
      }
    }
    return try usual(console)
  }

  private func usual(_ console: Console) throws -> Installation {
    let path = Configuration.path(option: config, environment: console.environment)
    return Installation(configuration: try .load(path: path, environment: console.environment), path: path, demo: nil)
  }
}

/// A configuration and where it came from.
struct Installation: Sendable {
  let configuration: Configuration
  let path: String
  /// The folder, where it is a demo's.
  let demo: String?

  var isRunning: Bool { AdminSocket.isAnswered(configuration.socketPath) }
}
