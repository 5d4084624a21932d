import OneDoorRules
import Testing

@Suite struct GuessPolicyTests {
  let policy = GuessPolicy.standard
  let now = UnixTime(1_800_000_000)

  @Test(arguments: [
    (0, 0), (4, 0), (5, 15), (6, 30), (7, 60), (8, 120), (9, 240), (10, 480), (11, 900), (12, 900), (59, 900),
  ])
  func `a stranger's delay doubles from 15 seconds to 15 minutes`(failures: Int64, delay: Int64) {
    #expect(policy.delay(after: failures) == Seconds(delay))
    let counters = GuessCounters(strangers: failures, lastFailure: now)
    #expect(policy.decide(counters, lane: .stranger, at: now) == (delay == 0 ? .allowed : .wait(Seconds(delay))))
    #expect(policy.decide(counters, lane: .stranger, at: now + Seconds(delay)) == .allowed)
    guard delay > 0 else { return }
    #expect(policy.decide(counters, lane: .stranger, at: now + Seconds(delay - 1)) == .wait(1))
  }

  @Test func `strangers have 60 failures in a row and known devices 40, each their own`() {
    let later = now + .days(30)
    let strangers = GuessCounters(strangers: 60, lastFailure: now)
    #expect(policy.decide(strangers, lane: .stranger, at: later) == .closed)
    #expect(policy.decide(strangers, lane: .knownDevice, at: now) == .allowed)
    let known = GuessCounters(knownDevices: 40, lastFailure: now)
    #expect(policy.decide(known, lane: .knownDevice, at: later) == .closed)
    #expect(policy.decide(known, lane: .stranger, at: now) == .allowed)
    #expect(policy.strangerLimit + policy.knownDeviceLimit == 100)
    #expect(policy.decide(GuessCounters(strangers: 59, lastFailure: now), lane: .stranger, at: later) == .allowed)
    #expect(policy.decide(GuessCounters(knownDevices: 39), lane: .knownDevice, at: later) == .allowed)
    #expect(policy.decide(GuessCounters(strangers: .max), lane: .stranger, at: later) == .closed)
  }

  @Test func `a closed lane answers like the longest wait`() {
    #expect(GuessDecision.closed.answer(policy) == .minutes(15))
    #expect(GuessDecision.wait(17).answer(policy) == 17)
    #expect(GuessDecision.allowed.answer(policy) == nil)
  }

  @Test func `a clock set back does not lock anybody out`() {
    let ahead = GuessCounters(strangers: 20, lastFailure: now + .days(3650))
    #expect(policy.decide(ahead, lane: .stranger, at: now) == .allowed)
    let skewed = GuessCounters(strangers: 20, lastFailure: now + 30)
    #expect(policy.decide(skewed, lane: .stranger, at: now) == .wait(.minutes(15)))
  }

  @Test(arguments: [(0, 0), (1, 1), (59, 1), (60, 1), (61, 2), (900, 15), (-5, 0)])
  func `minutes are rounded up`(seconds: Int64, minutes: Int64) {
    #expect(Seconds(seconds).minutesRoundedUp == minutes)
  }
}
