import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// The least HTTP server: answers each request from a closure and remembers it. It stands in for a department, a
/// provider that misbehaves, or anything else a test needs at the other end of a line.
package final class StaticServer: Sendable {
  package struct Request: Sendable {
    package let method: String
    /// Path and query as sent.
    package let target: String
    package let headers: [(name: String, value: String)]
    package let body: String

    package var path: String { target.split(separator: "?", maxSplits: 1).first.map(String.init) ?? target }
    package var query: [String: String] { queryParameters(target) }
    package func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  package struct Reply: Sendable {
    package var status: Int
    package var headers: [(String, String)]
    package var body: String

    package init(_ body: String = "", status: Int = 200, headers: [(String, String)] = []) {
      (self.body, self.status, self.headers) = (body, status, headers)
    }

    package static func html(_ body: String, headers: [(String, String)] = []) -> Reply {
      Reply(body, headers: [("content-type", "text/html; charset=utf-8")] + headers)
    }

    package static func json(_ body: String, status: Int = 200, headers: [(String, String)] = []) -> Reply {
      Reply(body, status: status, headers: [("content-type", "application/json")] + headers)
    }

    package static func redirect(_ location: String, headers: [(String, String)] = []) -> Reply {
      Reply(status: 303, headers: [("location", location)] + headers)
    }
  }

  package let origin: String
  package let port: Int
  private let channel: any Channel
  private let seen: Seen

  package init(
    host: String = "127.0.0.1", port: Int? = nil, _ answer: @escaping @Sendable (Request) -> Reply
  ) async throws {
    let seen = Seen()
    let port = try port ?? FreePort.next()
    channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(Answering(answer: answer, seen: seen))
        }
      }
      .bind(host: host, port: port).get()
    self.seen = seen
    self.port = port
    origin = host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
  }

  deinit { channel.close(promise: nil) }

  /// Every request so far, in the order of arrival.
  package var requests: [Request] { seen.all.withLock { $0 } }

  /// Stops listening; connections that are open stay open.
  package func stop() async throws { try await channel.close() }
}

private final class Seen: Sendable {
  let all = Mutex<[StaticServer.Request]>([])
}

private final class Answering: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let answer: @Sendable (StaticServer.Request) -> StaticServer.Reply
  private let seen: Seen
  private var head: HTTPRequestHead?
  private var body = ByteBuffer()

  init(answer: @escaping @Sendable (StaticServer.Request) -> StaticServer.Reply, seen: Seen) {
    (self.answer, self.seen) = (answer, seen)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): (self.head, body) = (head, ByteBuffer())
    case .body(var part): body.writeBuffer(&part)
    case .end: if let head { reply(to: head, context) }
    }
  }

  /// What is no HTTP has been answered with 400 by the pipeline; the connection ends.
  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func reply(to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let request = StaticServer.Request(
      method: head.method.rawValue, target: head.uri, headers: head.headers.map { ($0.name, $0.value) },
      body: String(buffer: body))
    seen.all.withLock { $0.append(request) }
    let reply = answer(request)
    var headers = HTTPHeaders(reply.headers)
    headers.replaceOrAdd(name: "content-length", value: "\(reply.body.utf8.count)")
    let status = HTTPResponseStatus(statusCode: reply.status)
    context.write(wrapOutboundOut(.head(.init(version: .http1_1, status: status, headers: headers))), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: reply.body)))), promise: nil)
    let done = context.eventLoop.makePromise(of: Void.self)
    let stays = head.isKeepAlive
    let channel = context.channel
    done.futureResult.whenComplete { _ in if !stays { channel.close(promise: nil) } }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: done)
  }
}
