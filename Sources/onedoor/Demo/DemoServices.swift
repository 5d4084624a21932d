import Logging
import OneDoorClient
import ServiceLifecycle
import Synchronization

/// Opened once, when the provider listens.
final class Gate: Sendable {
  private let opened = Mutex(false)

  var isOpen: Bool { opened.withLock { $0 } }
  func open() { opened.withLock { $0 = true } }

  /// False where the wait ended because everything ends: a provider that cannot listen never opens it.
  func wait() async -> Bool {
    await cancelWhenGracefulShutdown {
      while !self.isOpen, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(5)) }
      return self.isOpen
    }
  }
}

/// A service that begins when the provider listens: a department that starts first would only wait to ask again.
struct AfterProvider: Service {
  let gate: Gate
  let inner: any Service

  func run() async throws {
    if await gate.wait() { try await inner.run() }
  }
}

/// Says that the demo is ready, once both departments know the provider's keys and hear its feed.
struct Announcement: Service {
  let gate: Gate
  let departments: [DemoDepartment]
  let say: @Sendable () -> Void

  func run() async throws {
    guard await gate.wait() else { return }
    let deadline = ContinuousClock.now + .seconds(10)
    while !Task.isCancelled, ContinuousClock.now < deadline, !departments.allSatisfy(\.isReady) {
      try? await Task.sleep(for: .milliseconds(20))
    }
    say()
    try await gracefulShutdown()
  }
}

extension DemoDepartment {
  /// Whether the feed has spoken: before that no session could be called valid.
  var isReady: Bool { oneDoor.revocation.isHeard }
}
