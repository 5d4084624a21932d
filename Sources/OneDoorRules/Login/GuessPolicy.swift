/// How many guesses at a password are looked at, and how fast (NIST SP 800-63B §5.2.2: at most 100 failures in a row).
///
/// The hundred are split into two lanes, so that a stranger can make a new device wait but can never use up the guesses
/// of a device that has signed the person in before. Only strangers wait between guesses: one time of last failure is
/// kept for both lanes, and a stranger must not be able to move a known device's.
package struct GuessPolicy: Sendable, Equatable {
  package var strangerLimit: Int64
  package var knownDeviceLimit: Int64
  /// Failures of strangers in a row before the first delay.
  package var freeFailures: Int64
  package var firstDelay: Seconds
  package var longestDelay: Seconds

  package static let standard = GuessPolicy()

  package init(
    strangerLimit: Int64 = 60, knownDeviceLimit: Int64 = 40, freeFailures: Int64 = 5, firstDelay: Seconds = 15,
    longestDelay: Seconds = .minutes(15)
  ) {
    self.strangerLimit = strangerLimit
    self.knownDeviceLimit = knownDeviceLimit
    self.freeFailures = freeFailures
    self.firstDelay = firstDelay
    self.longestDelay = longestDelay
  }

  package func decide(_ failures: GuessCounters, lane: GuessLane, at now: UnixTime) -> GuessDecision {
    switch lane {
    case .knownDevice:
      return failures.knownDevices < knownDeviceLimit ? .allowed : .closed
    case .stranger:
      guard failures.strangers < strangerLimit else { return .closed }
      let wait = remaining(of: delay(after: failures.strangers), since: failures.lastFailure, at: now)
      return wait > 0 ? .wait(wait) : .allowed
    }
  }

  /// Doubles with each failure past the free ones.
  package func delay(after failures: Int64) -> Seconds {
    guard failures >= freeFailures else { return 0 }
    var delay = firstDelay
    var left = failures - freeFailures
    while left > 0, delay < longestDelay {
      delay = delay + delay
      left -= 1
    }
    return min(delay, longestDelay)
  }

  private func remaining(of delay: Seconds, since last: UnixTime?, at now: UnixTime) -> Seconds {
    guard let last else { return 0 }
    // A failure in the future was counted under a clock that has been set back since. Nobody can tell how long ago it
    // was; waiting for that time could take years. The next failure sets the time right, and the limit still holds.
    guard last <= now + Policy.clockSkew else { return 0 }
    let passed = max(now - last, 0)
    return passed < delay ? Seconds(delay.value - passed.value) : 0
  }
}

package enum GuessDecision: Sendable, Equatable {
  case allowed
  case wait(Seconds)
  /// The lane is used up until a success on another lane, a new password or an administrator opens it.
  case closed
}

extension GuessDecision {
  /// What the asker is told: nil to go on. A closed lane looks like the longest wait, so that nothing is learnt from it.
  package func answer(_ policy: GuessPolicy) -> Seconds? {
    switch self {
    case .allowed: nil
    case .wait(let wait): wait
    case .closed: policy.longestDelay
    }
  }
}

extension GuessCounters {
  /// The counters after one more failure.
  package func failed(in lane: GuessLane, at now: UnixTime) -> GuessCounters {
    var counters = self
    switch lane {
    case .stranger: counters.strangers += 1
    case .knownDevice: counters.knownDevices += 1
    }
    counters.lastFailure = now
    return counters
  }
}

extension Seconds {
  /// What a page says: "try again in N minutes", never too early.
  package var minutesRoundedUp: Int64 { value > 0 ? (value - 1) / 60 + 1 : 0 }
}
