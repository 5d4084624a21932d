import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What listens where.
package enum ListenerKind: String, Sendable {
  case open
  case admin
  case operations
}

/// One listening socket as a service.
struct Listener: Service {
  let kind: ListenerKind
  let server: any Service
  let logger: Logger
  /// Of `localhost`'s two addresses the second may not exist on a machine without IPv6.
  let mayBeAbsent: Bool

  func run() async throws {
    do {
      try await server.run()
    } catch let error as IOError where mayBeAbsent && Self.noSuchFamily.contains(error.errnoCode) {
      logger.notice("no IPv6 here; listening on 127.0.0.1 alone")
      try await gracefulShutdown()
    }
  }

  private static let noSuchFamily: Set<Int32> = [EADDRNOTAVAIL, EAFNOSUPPORT]
}
