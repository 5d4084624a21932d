import Logging
import OneDoorRules
import OneDoorStore

extension Provider {
  /// Clears what is past its time in steps so small that no login waits for one.
  func sweepUntilCancelled(idle: @Sendable () -> Seconds) async {
    while !Task.isCancelled {
      let swept: Int
      do {
        swept = try await store.sweep(at: clock(), idle: idle(), limit: 200)
      } catch {
        logger.warning("sweeping failed", metadata: ["error": "\(error)"])
        swept = 0
      }
      try? await Task.sleep(for: swept == 0 ? .seconds(10) : .milliseconds(20))
    }
  }
}
