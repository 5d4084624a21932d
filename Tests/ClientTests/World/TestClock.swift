import OneDoorClient
import Synchronization

/// Both clocks, real but for what the test adds.
final class TestClock: Sendable {
  private let added = Mutex<(wall: Int64, monotonic: Duration)>((0, .zero))

  var clocks: Clocks {
    Clocks(
      unixTime: { Clocks.system.unixTime() + self.added.withLock { $0.wall } },
      monotonic: { Clocks.system.monotonic() + self.added.withLock { $0.monotonic } })
  }

  var now: Int64 { clocks.unixTime() }

  /// Time goes by for tokens, and the feed goes on being heard.
  func age(seconds: Int64) { added.withLock { $0.wall += seconds } }

  /// Silence goes by.
  func fallSilent(for duration: Duration) { added.withLock { $0.monotonic += duration } }
}
