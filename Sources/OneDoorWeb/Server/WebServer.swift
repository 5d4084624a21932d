import HummingbirdCore
import HummingbirdHTTP2
package import Logging
package import NIOCore
package import ServiceLifecycle

/// The HTTP edge: every listener of the process as a service, to be run in one group.
///
/// A group that is told to shut down stops accepting, ends the event streams at once, lets answers that are under way
/// finish, and closes what is idle; `maximumGracefulShutdownDuration` of the group bounds all of it.
package struct WebServer: Sendable {
  /// In the order in which they should start.
  package let services: [any Service]
  private let tls: TLSIdentity?
  private let edge: Edge

  package typealias OnListening = @Sendable (ListenerKind, SocketAddress?) async -> Void

  package init(
    provider: any IdentityProvider, configuration: WebConfiguration, registry: PrometheusRegistry, clock: WebClock,
    eventLoopGroup: any EventLoopGroup, logger: Logger, onListening: @escaping OnListening = { _, _ in }
  ) throws {
    let admin = configuration.admin.map { Route("admin", "", [], .api, answer: APIAnswers.admin($0.answer)) }
    let routes = Routes.provider + Routes.operations + (admin.map { [$0] } ?? [])
    let edge = Edge(
      provider: provider, configuration: configuration, renderer: try PageRenderer(),
      metrics: RequestMetrics(registry: registry, routes: routes), clock: clock, logger: logger)
    let tls = try configuration.tls.map(TLSIdentity.init)
    self.tls = tls
    self.edge = edge
    let builder = ListenerBuilder(edge: edge, eventLoopGroup: eventLoopGroup, logger: logger, onListening: onListening)

    var services: [any Service] = []
    if let path = configuration.admin?.path, let admin { services.append(try builder.admin(path, admin)) }
    for point in configuration.operations.flatMap(\.addresses) { services.append(try builder.operations(point)) }
    let points = configuration.listen.flatMap(\.addresses)
    let identity = try configuration.tls.flatMap { files in try tls?.configuration(files) }
    for point in points {
      services.append(try builder.open(point, identity, mayBeAbsent: point.host == "::1" && points.count > 1))
    }
    self.services = services
  }

  /// SIGHUP: requests from now on go to this provider; those under way end where they began.
  package func reload(provider: any IdentityProvider) { edge.replace(provider) }

  /// SIGHUP: new connections get the new certificate. An error leaves the old one in use.
  package func reload(tls files: TLSFiles) throws { try tls?.reload(files) }

  /// SIGHUP: whose X-Forwarded-For is believed from now on.
  package func reload(trustedProxies: [AddressRange]) { edge.addresses.trust(trustedProxies) }
}
