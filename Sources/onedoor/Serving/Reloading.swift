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
  let provider: Provider
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
      for part in ReloadedPart.allCases { take(part, of: result.configuration) }
      // A listener that was opened without TLS stays without.
      let opensTLS = before.tls.isOn != result.configuration.tls.isOn
      for key in result.waiting + (opensTLS ? ["tls"] : []) {
        logger.notice("waits for the next start", metadata: ["setting": "\(key)"])
      }
    }
    attempt("keys") { try keys.reload() }
    // Also where the files kept their names: a renewed certificate usually does.
    if let files = settings.current.tlsFiles { attempt("tls") { try web.reload(tls: files) } }
  }

  private func take(_ part: ReloadedPart, of configuration: Configuration) {
    switch part {
    case .policy: web.reload(provider: provider.under(configuration.policy))
    case .trustedProxies: web.reload(trustedProxies: configuration.proxyRanges)
    case .logLevel: level.current = configuration.log.level.logger
    // Read from the settings each time they are used: below, and by `KeyTurning`.
    case .certificate, .keyRotation: break
    }
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
