import Logging
import NIOCore
import NIOPosix
import OneDoorWeb
import ServiceLifecycle
import TestSupport

/// A real server on a free loopback port, before a scripted provider.
struct RunningEdge: Sendable {
  let provider: ScriptedProvider
  let log: RecordedLog
  let registry: PrometheusRegistry
  let server: WebServer
  let port: Int
  let operationsPort: Int
  let client = HTTPTestClient()

  /// 18 May 2033, 03:33:20 UTC.
  static let now: Int64 = 2_000_000_000

  var origin: String { "http://localhost:\(port)" }
  var host: String { "localhost:\(port)" }
  func url(_ path: String) -> String { origin + path }
  func connect() async throws -> RawConnection { try await RawConnection(port: port) }

  /// Sends bytes as they are and reads until the server closes, or one answer has come.
  func raw(_ text: String, toEnd: Bool = true) async throws -> RawReply {
    let connection = try await connect()
    try await connection.send(text)
    return toEnd ? try await connection.readToEnd(within: .seconds(5)) : try await connection.readResponse()
  }

  @discardableResult
  static func run<Answer>(
    _ provider: ScriptedProvider = ScriptedProvider(), limits: (inout WebLimits) -> Void = { _ in },
    adminSocket: String? = nil, configure: (inout WebConfiguration) -> Void = { _ in },
    issuer: (Int) -> String = { "http://localhost:\($0)" },
    _ body: (RunningEdge) async throws -> Answer
  ) async throws -> Answer {
    let (port, operationsPort) = (try FreePort.next(), try FreePort.next())
    guard let address = IssuerAddress(issuer(port)) else { throw TimedOut("an issuer", after: .zero) }
    var configuration = WebConfiguration(
      issuer: address, listen: [ListeningPoint(host: "localhost", port: port)],
      operations: [ListeningPoint(host: "127.0.0.1", port: operationsPort)])
    configuration.limits.lingerTime = .milliseconds(200)
    limits(&configuration.limits)
    configuration.admin = adminSocket.map { AdminSocket(path: $0, answer: provider.admin) }
    configure(&configuration)
    let (log, registry) = (RecordedLog(), PrometheusRegistry())
    let (listening, continuation) = AsyncStream.makeStream(of: ListenerKind.self)
    let start = ContinuousClock.now
    let clock = WebClock(
      unixSeconds: { now },
      nanoseconds: { UInt64((ContinuousClock.now - start) / .nanoseconds(1)) })
    let server = try WebServer(
      provider: provider, configuration: configuration, registry: registry, clock: clock,
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: log.logger
    ) { kind, _ in continuation.yield(kind) }
    let edge = RunningEdge(
      provider: provider, log: log, registry: registry, server: server, port: port, operationsPort: operationsPort)
    var settings = ServiceGroupConfiguration(
      services: server.services.map { .init(service: $0) },
      logger: Logger(label: "group") { _ in SwiftLogNoOpLogHandler() })
    settings.maximumGracefulShutdownDuration = .seconds(10)
    let group = ServiceGroup(configuration: settings)
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer { continuation.finish() }
        try await group.run()
      }
      var waiting = listening.makeAsyncIterator()
      for _ in server.services where await waiting.next() == nil {
        // A listener that could not start has ended the group, with the reason.
        try await tasks.waitForAll()
      }
      do {
        let answer = try await body(edge)
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        return answer
      } catch {
        await group.triggerGracefulShutdown()
        try? await tasks.waitForAll()
        throw error
      }
    }
  }
}
