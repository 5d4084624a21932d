import Foundation
import Logging
import Metrics
import NIOCore
import NIOPosix
import OneDoorCrypto
import OneDoorEndpoints
import OneDoorLogin
import OneDoorRules
import OneDoorWeb
import ServiceLifecycle
import UnixSignals

/// The one place that knows all modules: from a configuration to services that run. `serve`, `demo` and tests call it.
struct Assembly: Sendable {
  let services: [any Service]
  let opened: OpenedStore
  let provider: Provider
  let administration: Administration
  private let eventLoopGroup: MultiThreadedEventLoopGroup
  private let logger: Logger

  struct World: Sendable {
    var environment: [String: String]
    var level: LineLog.Level
    var logger: Logger
    var registry: PrometheusRegistry
    var onListening: WebServer.OnListening = { _, _ in }
  }

  /// Everything that can be wrong is found here, before anything listens: one line each, naming the file.
  static func build(_ place: Installation, _ world: World) async throws -> Assembly {
    let configuration = place.configuration
    let web = try configuration.webConfiguration()
    let opened = try await OpenedStore.open(
      configuration, hashers: configuration.login.hashers, queue: configuration.login.queue)
    do {
      return try await build(place, opened, web, world)
    } catch {
      await opened.close()
      throw error
    }
  }

  private static func build(
    _ place: Installation, _ opened: OpenedStore, _ web: WebConfiguration, _ world: World
  ) async throws -> Assembly {
    let (configuration, logger) = (place.configuration, world.logger)
    let login = try PasswordLogin(
      store: opened.store, hasher: opened.hasher, devices: DeviceCookie(sealKey: opened.keys.seal))
    let provider = try await Provider(
      issuer: configuration.issuer.text, policy: configuration.policy, store: opened.store,
      keys: KeyFolder.providerKeys(opened.keys), login: login, clock: WallClock.now, logger: logger)
    let keys = KeyFolder(configuration.keys, clock: WallClock.now) { provider.replaceKeys($0) }
    let settings = SettingsInForce(configuration)
    let administration: @Sendable () -> Administration = {
      provider.under(settings.current.policy).administration(hasher: opened.hasher, keys: keys)
    }
    let eventLoopGroup = MultiThreadedEventLoopGroup(numberOfThreads: configuration.threads)
    var web = web
    web.admin = OneDoorWeb.AdminSocket(path: configuration.socketPath) { method, path, body in
      await administration().handle(method, path: path, body: body).reply
    }
    let server = try WebServer(
      provider: provider, configuration: web,
      registry: world.registry, clock: clock, eventLoopGroup: eventLoopGroup, logger: logger,
      onListening: world.onListening)
    let upkeep: [any Service] = [
      ProviderWork(provider: provider, settings: settings),
      KeyTurning(
        keys: keys, life: { settings.current.keysRotation }, sessionAbsolute: { settings.current.sessions.absolute },
        logger: logger),
      Reloading(
        path: place.path, environment: world.environment, settings: settings, provider: provider, keys: keys,
        web: server, level: world.level, logger: logger),
    ]
    return Assembly(
      services: upkeep + server.services, opened: opened, provider: provider, administration: administration(),
      eventLoopGroup: eventLoopGroup, logger: logger)
  }

  /// Until SIGTERM or SIGINT; then what is under way gets ten seconds to finish.
  func run(beside others: [any Service] = []) async throws {
    var configuration = ServiceGroupConfiguration(
      services: services + others, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    configuration.maximumGracefulShutdownDuration = .seconds(9)
    configuration.maximumCancellationDuration = .seconds(1)
    do {
      try await ServiceGroup(configuration: configuration).run()
      await end()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      await end()
      throw CommandFailure("an address to listen on is taken: something on this machine listens there already")
    } catch {
      await end()
      throw error
    }
  }

  func end() async {
    await opened.close()
    try? await eventLoopGroup.shutdownGracefully()
  }

  /// The group tells of each of its steps; ours is told by those who take them.
  private var quiet: Logger {
    var quiet = logger
    quiet.logLevel = .warning
    return quiet
  }

  private static let clock = WebClock(
    unixSeconds: { WallClock.now().seconds },
    nanoseconds: { WallClock.steadyNanoseconds() })
}
