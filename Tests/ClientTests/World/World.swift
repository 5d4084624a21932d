import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import OneDoorClient
import OneDoorHummingbird
import OneDoorMessages
import TestSupport

/// A provider, a department that follows it, and a clock for both.
struct World: Sendable {
  let clock: TestClock
  let provider: ProviderState
  let oneDoor: OneDoor
  let department: any TestClientProtocol

  static let cookieSecret = "a cookie secret of the test department"

  /// Runs the body once the department has heard the provider.
  static func run(
    _ change: @Sendable (inout OneDoorConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (World) async throws -> Void
  ) async throws {
    let clock = TestClock()
    let state = ProviderState(clock: clock)
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let provider = Application(
      router: FakeProvider.routes(state), configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: silent)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try? await provider.run() }
      var found = 0
      for await number in ports {
        found = number
        break
      }
      state.issuer = "http://127.0.0.1:\(found)"
      group.addTask {
        while !Task.isCancelled {
          try state.beat()
          try await Task.sleep(for: .milliseconds(50))
        }
      }
      try await department(state, clock, change, body)
      state.breakStreams()
      group.cancelAll()
    }
  }

  static func configuration(issuer: String) -> OneDoorConfiguration {
    OneDoorConfiguration(
      issuer: issuer, clientID: "housing", credentials: .secret("secret"),
      redirectURI: "http://localhost:8081/signin/callback", postLogoutRedirectURI: "http://localhost:8081/",
      cookieSecrets: [cookieSecret])
  }

  static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  private static func department(
    _ state: ProviderState, _ clock: TestClock, _ change: (inout OneDoorConfiguration) -> Void,
    _ body: @escaping @Sendable (World) async throws -> Void
  ) async throws {
    var configuration = configuration(issuer: state.issuer)
    change(&configuration)
    let followsFeed = configuration.credentials.isConfidential
    let oneDoor = try OneDoor(configuration, clocks: clock.clocks, logger: silent)
    let app = Application(router: routes(oneDoor), services: [oneDoor], logger: silent)
    try await app.test(.router) { client in
      let world = World(clock: clock, provider: state, oneDoor: oneDoor, department: client)
      if followsFeed { try await world.isHeard() }
      try await body(world)
    }
  }

  func isHeard() async throws {
    try await eventually("the first word of the feed") { oneDoor.revocation.isHeard ? true : nil }
  }

  private static func routes(_ oneDoor: OneDoor) -> Router<BasicOneDoorRequestContext> {
    let router = Router(context: BasicOneDoorRequestContext.self)
    router.addSignIn(oneDoor)
    router.group("").add(middleware: OneDoorMiddleware(oneDoor, access: .optional)).get("/") { _, context in
      switch context.visitor {
      case .stranger: "stranger"
      case .signedIn(let identity): identity.name ?? "?"
      case .ended: "ended"
      case .undecided: "undecided"
      }
    }
    let mine = router.group("my").add(middleware: OneDoorMiddleware(oneDoor))
    mine.get("file") { _, context in try context.requireIdentity().accessToken.compact }
    mine.post("file") { _, context in try context.requireIdentity().subject }
    mine.get("missing") { _, _ -> String in throw HTTPError(.notFound) }
    router.group("phone").add(middleware: OneDoorMiddleware(oneDoor, scopes: ["phone"])).get("number") { _, _ in "1" }
    return router
  }
}

extension ClientCredentials {
  var isConfidential: Bool { if case .none = method { false } else { true } }
}
