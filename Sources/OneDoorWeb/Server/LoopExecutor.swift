import HummingbirdCore
import Logging
import NIOCore

/// Runs tasks on an event loop.
final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(_ loop: any EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// A connection whose requests are answered on its own event loop, where their bytes arrive. On the shared pool each
/// request changes threads at least twice, which costs more than routing it. The price is that an answer keeps its
/// loop's other connections waiting while it computes: a few signatures at most, since passwords are hashed and units
/// of work written on threads of their own.
struct OnItsLoop<Inner: ServerChildChannel>: ServerChildChannel {
  let inner: Inner

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Inner.Value> {
    inner.setup(channel: channel, logger: logger)
  }

  func handle(value: Inner.Value, logger: Logger) async {
    await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
      await inner.handle(value: value, logger: logger)
    }
  }
}
