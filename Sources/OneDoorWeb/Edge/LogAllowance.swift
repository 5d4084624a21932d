import Synchronization

/// How many lines strangers may have written in a second. A refusal's line answers a person's question by its reference,
/// but whoever sends a hundred thousand bad requests must not fill the disk with them.
final class LogAllowance: Sendable {
  static let linesPerSecond = 50

  enum Verdict: Equatable {
    case write
    /// The first line of a new second, and how many were left out before it.
    case writeAfter(skipped: Int)
    case skip
  }

  private struct State {
    var second: UInt64 = 0
    var written = 0
    var skipped = 0
  }

  private let state = Mutex(State())

  func ask(at nanoseconds: UInt64) -> Verdict {
    let second = nanoseconds / 1_000_000_000
    return state.withLock { state in
      if state.second != second {
        let skipped = state.skipped
        state = State(second: second, written: 1)
        return skipped == 0 ? .write : .writeAfter(skipped: skipped)
      }
      guard state.written < LogAllowance.linesPerSecond else {
        state.skipped += 1
        return .skip
      }
      state.written += 1
      return .write
    }
  }
}
