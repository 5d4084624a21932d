import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes the listeners: the same guards and limits before each, a table of its own behind each.
struct ListenerBuilder {
  let edge: Edge
  let eventLoopGroup: any EventLoopGroup
  let logger: Logger
  let onListening: WebServer.OnListening

  /// The provider itself, with TLS where there is an identity.
  func open(_ point: ListeningPoint, _ identity: TLSConfiguration?, mayBeAbsent: Bool) throws -> any Service {
    let hosts = HostRule(issuer: edge.issuer)
    let table = RouteTable(Routes.provider, prefix: edge.issuer.pathPrefix)
    let responder = EdgeResponder(table: table, edge: edge, hosts: hosts)
    return try listener(
      .open, .hostname(point.host, port: point.port), responder, hosts, bodyLimit: edge.limits.bodyBytes,
      identity: identity, mayBeAbsent: mayBeAbsent)
  }

  /// Metrics and ready, on loopback and by address, so that no Host is expected.
  func operations(_ point: ListeningPoint) throws -> any Service {
    let responder = EdgeResponder(table: RouteTable(Routes.operations), edge: edge, hosts: nil)
    return try listener(
      .operations, .hostname(point.host, port: point.port), responder, nil, bodyLimit: edge.limits.bodyBytes)
  }

  /// The administrator's socket. Whoever may open the file is one; it lies in a directory that is 0700 as well, so that
  /// the moment between bind and chmod opens nothing.
  func admin(_ path: String, _ route: Route) throws -> any Service {
    let responder = EdgeResponder(table: RouteTable([]), edge: edge, hosts: nil, catchAll: route)
    return try listener(
      .admin, .unixDomainSocket(path: path), responder, nil, bodyLimit: edge.limits.adminBodyBytes
    ) { [logger] in
      if chmod(path, 0o600) != 0 {
        logger.error("the admin socket's mode cannot be set", metadata: ["errno": "\(errno)"])
      }
    }
  }

  private func listener(
    _ kind: ListenerKind, _ address: BindAddress, _ responder: EdgeResponder, _ hosts: HostRule?, bodyLimit: Int,
    identity: TLSConfiguration? = nil, mayBeAbsent: Bool = false, prepare: @escaping @Sendable () -> Void = {}
  ) throws -> any Service {
    let configuration = ServerConfiguration(
      address: address, availableConnectionsDelegate: .maximum(edge.limits.connections, logger: quiet))
    let server = try builder(hosts, bodyLimit: bodyLimit, identity).buildServer(
      configuration: configuration, eventLoopGroup: eventLoopGroup, logger: quiet,
      responder: { request, writer, channel in try await responder.respond(request, writer, channel) },
      onServerRunning: { [logger, onListening] channel in
        prepare()
        logger.info(
          "listening", metadata: ["kind": "\(kind)", "address": "\(channel.localAddress?.description ?? "")"])
        await onListening(kind, channel.localAddress)
      })
    return Listener(kind: kind, server: server, logger: logger, mayBeAbsent: mayBeAbsent)
  }

  /// The server library's own lines say nothing that ours do not, but can quote what a stranger sent.
  private var quiet: Logger {
    var quiet = logger
    quiet.logLevel = .error
    return quiet
  }

  private func builder(_ hosts: HostRule?, bodyLimit: Int, _ identity: TLSConfiguration?) -> HTTPServerBuilder {
    let limits = edge.limits
    let settings = GuardSettings(
      hosts: hosts, limits: limits, bodyLimit: bodyLimit, date: edge.date, metrics: edge.metrics)
    let channel = HTTP1Channel.Configuration(
      additionalChannelHandlers: [RequestGuard(settings)],
      idleTimeout: TimeAmount(limits.idleTime),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
        maxHeaderFieldCount: limits.headerCount))
    guard let identity else {
      return HTTPServerBuilder { OnItsLoop(inner: HTTP1Channel(responder: $0, configuration: channel)) }
    }
    return HTTPServerBuilder { responder in
      let secure = try HTTP2UpgradeChannel(
        tlsConfiguration: identity,
        configuration: .init(
          idleTimeout: limits.idleTime, gracefulCloseTimeout: .seconds(5), streamConfiguration: channel),
        responder: responder)
      return OnItsLoop(inner: HandshakeLimit(inner: secure, time: limits.headTime))
    }
  }
}
