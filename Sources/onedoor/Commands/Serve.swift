import ArgumentParser
import Logging
import Metrics
import OneDoorWeb

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the provider.",
    discussion: """
      Logs one line an event to standard error. SIGTERM ends it within ten seconds, SIGHUP reads configuration, keys and
      certificate again.

      Example:
        onedoor key generate && onedoor apply -f config/departments.yaml && onedoor serve
      """)

  @Option(
    help: ArgumentHelp(
      "The configuration file (default: ONEDOOR_CONFIG, or config/onedoor.yaml).", valueName: "file"))
  var config: String?

  func run() async throws {
    let console = Console.current
    let path = Configuration.path(option: config, environment: console.environment)
    let configuration = try Configuration.load(path: path, environment: console.environment)
    let world = Assembly.World.standard(configuration, console)
    let assembly = try await Assembly.build(Installation(configuration: configuration, path: path, demo: nil), world)
    world.logger.notice("serving", metadata: ["issuer": "\(configuration.issuer)", "config": "\(path)"])
    try await assembly.run()
    world.logger.notice("stopped")
  }
}

extension Assembly.World {
  /// Logs to standard error, counts for Prometheus.
  static func standard(
    _ configuration: Configuration, _ console: Console, onListening: @escaping WebServer.OnListening = { _, _ in }
  ) -> Assembly.World {
    let level = LineLog.Level(configuration.log.level.logger)
    LoggingSystem.bootstrap { LineLog(label: $0, level: level) }
    let registry = PrometheusRegistry()
    MetricsSystem.bootstrap(registry)
    return Assembly.World(
      environment: console.environment, level: level, logger: Logger(label: "onedoor"), registry: registry,
      onListening: onListening)
  }
}
