import OneDoorStore
import Synchronization

/// A store whose calls a test can make fail: one of them, by its number, or all from there on. A call that fails has done
/// nothing, and says so by `unavailable`.
final class FailingStore: Sendable {
  struct Plan: Sendable {
    var calls = 0
    var failsAt: Int?
    var keepsFailing = false
    var hasFailed = false
  }

  let inner: MemoryStore
  private let plan = Mutex(Plan())

  init(_ inner: MemoryStore) { self.inner = inner }

  /// From now on: the call of this number (0 is the next one) fails, and those after it if `keepsFailing`.
  func fail(at number: Int, keepsFailing: Bool = true) {
    plan.withLock { $0 = Plan(failsAt: number, keepsFailing: keepsFailing) }
  }

  /// Works again; whether a call has failed since.
  @discardableResult
  func heal() -> Bool {
    plan.withLock { plan in
      defer { plan = Plan() }
      return plan.hasFailed
    }
  }

  func pass() throws(StoreError) {
    let fails = plan.withLock { plan in
      defer { plan.calls += 1 }
      guard let failsAt = plan.failsAt else { return false }
      let fails = plan.calls == failsAt || plan.keepsFailing && plan.calls > failsAt
      plan.hasFailed = plan.hasFailed || fails
      return fails
    }
    if fails { throw .unavailable("the test says so") }
  }
}
