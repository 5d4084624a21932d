import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Faults that the guard brings into a request that is being read.
enum RequestFault: Error { case bodyTooSlow, truncated, framingTooLarge }

/// Stands before the server library on every HTTP/1 connection and HTTP/2 stream, and holds the limits on time: a body
/// that drips in, an answer that nobody reads. It also answers `Expect: 100-continue`, and ends the connection after an
/// answer that says so.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let settings: GuardSettings
  private var limits: WebLimits { settings.limits }
  private var isHTTP1 = false
  private var isBodyOpen = false
  /// Requests whose answers are not finished.
  private var open = 0
  private var bodyTimer: Scheduled<Void>?
  private var stallTimer: Scheduled<Void>?
  private var endsWithAnswer = false
  private var takesNoMore = false
  private var hasInputEnded = false
  private var isStream = false
  /// The last answer is written: whatever else comes in is dropped.
  private var isClosing = false

  init(_ settings: GuardSettings) { self.settings = settings }

  func handlerAdded(context: ChannelHandlerContext) {
    let pipeline = context.pipeline.syncOperations
    guard let decoder = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) else { return }
    isHTTP1 = true
    let headGuard = HeadGuard(settings)
    do {
      try pipeline.addHandler(headGuard, position: .after(decoder))
      try pipeline.addHandler(HeadWatch(headGuard), position: .before(decoder))
    } catch {
      // Without its guards a connection is not served.
      context.close(promise: nil)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) { cancelTimers() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing, !takesNoMore else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      // RFC 9112 §9.6: what follows a request that said `close` is not processed.
      if endsWithAnswer {
        takesNoMore = true
        return
      }
      isBodyOpen = true
      open += 1
      // On HTTP/1 the decoder has counted.
      if !isHTTP1, isTooLarge(head) { return refuseStream(context) }
      if Self.saysClose(head.headerFields) { endsWithAnswer = true }
      if open == 1 { welcome(head, context) }
    case .body: break
    case .end:
      isBodyOpen = false
      bodyTimer?.cancel()
      bodyTimer = nil
    }
    context.fireChannelRead(data)
  }

  /// Most requests come whole in one read, and then no timer is ever made.
  func channelReadComplete(context: ChannelHandlerContext) {
    if isBodyOpen, bodyTimer == nil, !isClosing {
      let own = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      bodyTimer = context.eventLoop.scheduleTask(in: TimeAmount(limits.bodyTime)) {
        let (handler, context) = own.value
        handler.bodyIsLate(context)
      }
    }
    context.fireChannelReadComplete()
  }

  func channelInactive(context: ChannelHandlerContext) {
    cancelTimers()
    failOpenBody(context)
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed? = event as? ChannelEvent {
      failOpenBody(context)
      // Whoever asked for a stream and then says that nothing more will come has gone.
      hasInputEnded = true
      if isClosing || (isStream && isHTTP1) { context.close(promise: nil) }
    }
    context.fireUserInboundEventTriggered(event)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head):
      guard head.status.kind != .informational else { break }
      isStream = head.headerFields[.contentType].map { $0.utf8.elementsEqual(APIAnswers.eventStream.utf8) } ?? false
      if isStream, isHTTP1, hasInputEnded {
        promise?.fail(ChannelError.eof)
        return context.close(promise: nil)
      }
      if Self.saysClose(head.headerFields) {
        endsWithAnswer = true
        if !isHTTP1 {
          // RFC 9113 §8.2.2: HTTP/2 has no such field.
          head.headerFields[.connection] = nil
          return context.write(wrapOutboundOut(.head(head)), promise: promise)
        }
      } else if endsWithAnswer, isHTTP1 {
        head.headerFields[.connection] = "close"
        return context.write(wrapOutboundOut(.head(head)), promise: promise)
      }
    case .body: break
    case .end:
      open -= 1
      if open <= 0, endsWithAnswer { return finish(data, promise, context) }
    }
    context.write(data, promise: promise)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    stallTimer?.cancel()
    stallTimer = nil
    if !context.channel.isWritable {
      let own = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      stallTimer = context.eventLoop.scheduleTask(in: TimeAmount(limits.stallTime)) {
        let (handler, context) = own.value
        handler.stallTimer = nil
        context.close(promise: nil)
      }
    }
    context.fireChannelWritabilityChanged()
  }

  private func isTooLarge(_ head: HTTPRequest) -> Bool {
    guard head.headerFields.count <= limits.headerCount else { return true }
    let bytes = head.headerFields.reduce(head.path?.utf8.count ?? 0) {
      $0 + $1.name.rawName.utf8.count + $1.value.utf8.count
    }
    return bytes > limits.headerBytes
  }

  /// RFC 6585 §5, and the stream ends; the connection's other streams go on.
  private func refuseStream(_ context: ChannelHandlerContext) {
    isClosing = true
    settings.metrics.record(route: RequestMetrics.nowhere, status: 431, nanoseconds: nil)
    let fields: HTTPFields = [.server: SecurityFields.server, .date: settings.date.text(), .cacheControl: "no-store"]
    let head = HTTPResponse(status: .requestHeaderFieldsTooLarge, headerFields: fields)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    let channel = context.channel
    let written = context.eventLoop.makePromise(of: Void.self)
    written.futureResult.whenComplete { _ in channel.close(promise: nil) }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
  }

  /// Tells a client that waits to be asked for its body to send it (RFC 9110 §10.1.1), unless it is too large anyway.
  private func welcome(_ head: HTTPRequest, _ context: ChannelHandlerContext) {
    guard let expect = head.headerFields[.expect],
      expect.utf8.map(asciiLowercased).elementsEqual("100-continue".utf8)
    else { return }
    let length = head.headerFields[.contentLength].flatMap { Int($0) } ?? 0
    guard length <= settings.bodyLimit else { return }
    context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
  }

  /// Whoever reads the body hears of it and answers 408. Where the answer is out already, the connection just ends.
  private func bodyIsLate(_ context: ChannelHandlerContext) {
    bodyTimer = nil
    guard isBodyOpen else { return }
    isBodyOpen = false
    if open == 0 || isClosing { return context.close(promise: nil) }
    endsWithAnswer = true
    context.fireErrorCaught(RequestFault.bodyTooSlow)
  }

  private func failOpenBody(_ context: ChannelHandlerContext) {
    guard isBodyOpen else { return }
    isBodyOpen = false
    context.fireErrorCaught(RequestFault.truncated)
  }

  private func finish(_ data: NIOAny, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
    isClosing = true
    cancelTimers()
    let written = promise ?? context.eventLoop.makePromise(of: Void.self)
    context.writeAndFlush(data, promise: written)
    if isHTTP1 {
      context.closeGently(after: written.futureResult, linger: limits.lingerTime)
    } else if isBodyOpen {
      let channel = context.channel
      written.futureResult.whenComplete { _ in channel.close(promise: nil) }
    }
  }

  private static func saysClose(_ fields: HTTPFields) -> Bool {
    fields[.connection].map { $0.utf8.elementsEqual("close".utf8) } ?? false
  }

  private func cancelTimers() {
    bodyTimer?.cancel()
    stallTimer?.cancel()
    bodyTimer = nil
    stallTimer = nil
  }
}
