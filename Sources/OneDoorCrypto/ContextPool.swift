import Synchronization

/// One libcrypto context. It serves one thread at a time, which the pool sees to.
struct Context: Sendable {
  nonisolated(unsafe) let raw: OpaquePointer

  init(_ raw: OpaquePointer) { self.raw = raw }
}

/// Contexts made ready once (keyed, algorithm set) and lent out call by call: making one costs more than a hash, and
/// a tenth of an ES256 signature. As many live as callers have ever been in at once.
final class ContextPool: Sendable {
  private let idle = Mutex<[Context]>([])
  private let make: @Sendable () -> Context?
  private let free: @Sendable (Context) -> Void

  init(make: @escaping @Sendable () -> Context?, free: @escaping @Sendable (Context) -> Void) {
    self.make = make
    self.free = free
  }

  deinit {
    for context in idle.withLock({ $0 }) { free(context) }
  }

  /// Nil when no context can be made. The closure answers whether the context may be used again.
  func lend<Answer>(_ use: (OpaquePointer) -> (answer: Answer, reusable: Bool)) -> Answer? {
    guard let context = idle.withLock({ $0.popLast() }) ?? make() else { return nil }
    let (answer, reusable) = use(context.raw)
    if reusable {
      idle.withLock { $0.append(context) }
    } else {
      free(context)
    }
    return answer
  }
}
