import NIOCore
import NIOHTTP1

/// Stands right behind the HTTP/1 decoder and sees the head of every request before the server library does.
///
/// It answers what can be no request of ours: 431 over the limits, 408 for a head that drips in, 400 for what is no HTTP
/// and for an absolute-form target of another host, which the library would take by its path alone. And it marks a
/// request after which the connection ends, as HTTP/1.0 has it.
final class HeadGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let settings: GuardSettings
  private var isInMessage = false
  private var hasHeadBytes = false
  private var headTimer: Scheduled<Void>?
  /// Requests handed on whose answers are not finished. A refusal waits for them, else answers would change places.
  private var open = 0
  private var refusal: ConnectionRefusal?
  private var isClosing = false
  /// A request has said that it is the connection's last.
  private var hadLast = false
  /// Bytes of the message's body as they came, less those that are its content: chunk sizes and extensions.
  private var framing = 0

  init(_ settings: GuardSettings) { self.settings = settings }

  /// Told by `HeadWatch`, before the decoder sees the bytes. False where they are to be dropped: a chunk's extension has
  /// no length of its own, and none of it counts as body (RFC 9112 §7.1.1 wants a limit).
  func bytesArrived(_ count: Int, _ context: ChannelHandlerContext) -> Bool {
    guard isInMessage else {
      hasHeadBytes = true
      return true
    }
    guard framing <= HeadGuard.framingLimit else { return false }
    framing += count
    guard framing > HeadGuard.framingLimit else { return true }
    context.fireErrorCaught(RequestFault.framingTooLarge)
    return false
  }

  /// A read may bring the next request along, which is 64 KiB at most; as much again for chunks of a byte each.
  private static let framingLimit = 128 << 10

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard refusal == nil else { return }
    switch unwrapInboundIn(data) {
    case .head(var head):
      isInMessage = true
      framing = 0
      hasHeadBytes = false
      headTimer?.cancel()
      headTimer = nil
      if let fault = fault(of: &head) { return refuse(fault, context) }
      open += 1
      context.fireChannelRead(wrapInboundOut(.head(head)))
    case .body(let content):
      framing -= content.readableBytes
      context.fireChannelRead(data)
    case .end:
      isInMessage = false
      context.fireChannelRead(data)
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if hasHeadBytes, !isInMessage, headTimer == nil, refusal == nil {
      let own = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      headTimer = context.eventLoop.scheduleTask(in: TimeAmount(settings.limits.headTime)) {
        let (handler, context) = own.value
        handler.headTimer = nil
        handler.refuse(.headTooSlow, context)
      }
    }
    context.fireChannelReadComplete()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // In the middle of a body somebody is waiting, and answers.
    guard let error = error as? HTTPParserError, !isInMessage else { return context.fireErrorCaught(error) }
    // RFC 9112 §9.6: nothing is read after the last request, and so nothing is answered. A second answer would be taken for
    // that of somebody else's request by a proxy that shares the connection.
    if hadLast { return }
    refuse(error == .headerOverflow ? .headTooLarge : .malformed, context)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    var isEnd = false
    if case .end = unwrapOutboundIn(data) { isEnd = true }
    context.write(data, promise: promise)
    guard isEnd else { return }
    open -= 1
    if open == 0, let refusal { answer(refusal, context) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    headTimer?.cancel()
    headTimer = nil
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if isClosing, case ChannelEvent.inputClosed? = event as? ChannelEvent { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  private func fault(of head: inout HTTPRequestHead) -> ConnectionRefusal? {
    if head.method == .CONNECT { return .malformed }
    if head.uri.utf8.first != UInt8(ascii: "/") {
      guard let target = settings.hosts?.originForm(head.uri) else { return .malformed }
      // RFC 9112 §3.2.2: the target's host is the one that counts; another in Host would be a second meaning.
      let named = head.headers[canonicalForm: "host"]
      guard named.count == 1, named.allSatisfy({ settings.hosts?.verdict(String($0)) == .ours }) else {
        return .malformed
      }
      head.uri = target
    }
    let codings = head.headers[canonicalForm: "transfer-encoding"]
    if !codings.isEmpty {
      // RFC 9112 §6.1: framing that HTTP/1.0 does not know, and codings that we do not.
      guard head.version == .http1_1 else { return .malformed }
      guard codings.count == 1, codings.allSatisfy({ $0.utf8.map(asciiLowercased).elementsEqual("chunked".utf8) })
      else { return .unknownCoding }
    }
    if !head.isKeepAlive {
      hadLast = true
      // The library looks at this field alone, and not at the version.
      head.headers.replaceOrAdd(name: "connection", value: "close")
    }
    return nil
  }

  private func refuse(_ refusal: ConnectionRefusal, _ context: ChannelHandlerContext) {
    guard self.refusal == nil else { return }
    self.refusal = refusal
    headTimer?.cancel()
    headTimer = nil
    if open == 0 { answer(refusal, context) }
  }

  private func answer(_ refusal: ConnectionRefusal, _ context: ChannelHandlerContext) {
    guard !isClosing else { return }
    isClosing = true
    settings.metrics.record(route: RequestMetrics.nowhere, status: refusal.code, nanoseconds: nil)
    context.write(wrapOutboundOut(.head(refusal.head(date: settings.date.text()))), promise: nil)
    let written = context.eventLoop.makePromise(of: Void.self)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
    context.closeGently(after: written.futureResult, linger: settings.limits.lingerTime)
  }
}

/// Stands before the decoder and tells the guard that bytes have come.
final class HeadWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer

  private let headGuard: HeadGuard

  init(_ headGuard: HeadGuard) { self.headGuard = headGuard }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard headGuard.bytesArrived(unwrapInboundIn(data).readableBytes, context) else { return }
    context.fireChannelRead(data)
  }
}

extension ChannelHandlerContext {
  /// Ends the sending side once everything is written, and the connection when the peer has had time to read. Closing
  /// with unread bytes at once makes the kernel send a reset, which can overtake the answer.
  func closeGently(after written: EventLoopFuture<Void>, linger: Duration) {
    let channel = channel
    written.whenComplete { _ in
      channel.close(mode: .output, promise: nil)
      let cut = channel.eventLoop.scheduleTask(in: TimeAmount(linger)) { channel.close(promise: nil) }
      channel.closeFuture.whenComplete { _ in cut.cancel() }
    }
  }
}
