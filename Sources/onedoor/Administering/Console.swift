import Foundation
import OneDoorRules

/// What a command knows of the world it was started in.
struct Console: Sendable {
  let environment: [String: String]
  let output: Output

  static let current: Console = {
    let environment = ProcessInfo.processInfo.environment
    return Console(environment: environment, output: .standard(environment: environment))
  }()

  var prompt: TerminalPrompt { TerminalPrompt(output: output) }
  var now: UnixTime { WallClock.now() }
  var time: TimeText { .local }
}

/// The clocks, read here alone.
enum WallClock {
  private static let start = ContinuousClock.now

  /// Since the first call: a clock that only goes forward, for how long something took.
  static func steadyNanoseconds() -> UInt64 {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return UInt64(max(0, seconds)) * 1_000_000_000 + UInt64(max(0, attoseconds) / 1_000_000_000)
  }

  static func now() -> UnixTime { UnixTime(Int64(Date().timeIntervalSince1970)) }
}
