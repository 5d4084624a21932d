import Foundation
import Logging
import OneDoorEndpoints
import OneDoorWeb
import ServiceLifecycle
import UnixSignals

/// SIGHUP: the configuration, the keys and the TLS certificate are read again. Whatever is not in order is said, and what
/// was in force stays in force.
struct Reloading: Service {
  let path: String
  let environment: [String: String]
  let settings: SettingsInForce
  let keys: KeyFolder
  let web: WebServer
  let level: LineLog.Level
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      for await _ in await UnixSignalsSequence(trapping: .sighup) { reload() }
    }
  }

  private func reload() {
    attempt("configuration") {
      let before = settings.current
      let result = try before.reloaded(path: path, environment: environment)
      settings.current = result.configuration
      level.current = result.configuration.log.level.logger
      for key in result.waiting + Self.waiting(before, result.configuration) {
        logger.notice("waits for the next start", metadata: ["setting": "\(key)"])
      }
    }
    attempt("keys") { try keys.reload() }
    if let files = settings.current.tlsFiles { attempt("tls") { try web.reload(tls: files) } }
  }

  /// What the table calls reloadable and a running provider or edge still holds as it was.
  private static func waiting(_ before: Configuration, _ after: Configuration) -> [String] {
    let changes = [
      ("sessions", before.sessions != after.sessions), ("tokens", before.tokens != after.tokens),
      ("passwords", before.passwords != after.passwords),
      ("trusted_proxies", before.trustedProxies != after.trustedProxies),
    ]
    return changes.filter(\.1).map(\.0)
  }

  private func attempt(_ what: String, _ work: () throws -> Void) {
    do {
      try work()
      logger.notice("reloaded", metadata: ["what": "\(what)"])
    } catch {
      logger.error("not reloaded; what was in force stays", metadata: ["what": "\(what)", "error": "\(error)"])
    }
  }
}

extension Configuration.LogLevel {
  var logger: Logger.Level { Logger.Level(rawValue: rawValue) ?? .info }
}
