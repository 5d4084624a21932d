import OneDoorRules
import Synchronization

/// The world's time: it stands still until a test moves it.
final class TestClock: Sendable {
  private let time: Mutex<UnixTime>

  init(_ start: UnixTime) { time = Mutex(start) }

  var now: UnixTime { time.withLock { $0 } }
  func move(_ step: Seconds) { time.withLock { $0 = $0 + step } }
}
