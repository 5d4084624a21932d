import OneDoorStore
import Synchronization

/// A store whose calls a test can make fail: one of them, by its number, or all from there on. A call that fails has done
/// nothing, and says so by `unavailable`. It can also let something happen between a look and the write that follows.
final class FailingStore: Sendable {
  struct Plan: Sendable {
    var calls = 0
    var failsAt: Int?
    var keepsFailing = false
    var hasFailed = false
  }

  let inner: MemoryStore
  private let plan = Mutex(Plan())
  private let meddling = Mutex<[Meddling]>([])

  typealias Meddling = @Sendable (MemoryStore) async throws -> Void

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

  /// Before each of the next writes that are guarded, one of these in turn, behind the provider's back.
  func meddle(_ acts: Meddling...) { meddling.withLock { $0 = acts } }

  /// How many of them have not had their turn.
  var meddlingLeft: Int { meddling.withLock { $0.count } }

  func passGuarded() async throws(StoreError) {
    try pass()
    guard let act = meddling.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
    do { try await act(inner) } catch { throw .corrupt("the meddling failed: \(error)") }
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
