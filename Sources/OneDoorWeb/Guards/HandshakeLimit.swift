import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// A TLS connection whose first deciphered bytes do not come in time ends. The idle time does not cover it: the server
/// library starts to count when the handshake is over.
struct HandshakeLimit<Inner: ServerChildChannel>: ServerChildChannel {
  let inner: Inner
  let time: Duration

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Inner.Value> {
    let ready = inner.setup(channel: channel, logger: logger)
    return channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      let tls = try pipeline.handler(type: NIOSSLServerHandler.self)
      try pipeline.addHandler(HandshakeTimer(time: time), position: .after(tls))
    }.flatMap { ready }
  }

  func handle(value: Inner.Value, logger: Logger) async { await inner.handle(value: value, logger: logger) }
}

private final class HandshakeTimer: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer

  private let time: Duration
  private var timer: Scheduled<Void>?

  init(time: Duration) { self.time = time }

  func handlerAdded(context: ChannelHandlerContext) {
    let channel = context.channel
    timer = context.eventLoop.scheduleTask(in: TimeAmount(time)) { channel.close(promise: nil) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    timer?.cancel()
    timer = nil
    context.fireChannelRead(data)
    context.pipeline.syncOperations.removeHandler(self, promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }
}
