import OneDoorLogin
import OneDoorRules
import Testing

@Suite struct GuessingTests {
  let now = UnixTime(1_800_000_000)

  @Test func `counters of unknown names stay bounded, the oldest goes first`() throws {
    let counters = try UnknownNameCounters(capacity: 3)
    for name in ["a", "b", "c"] { counters.recordFailure(counters.key(for: name), at: now) }
    counters.recordFailure(counters.key(for: "a"), at: now + 1)
    #expect(counters.counters(counters.key(for: "a")) == GuessCounters(strangers: 2, lastFailure: now + 1))
    counters.recordFailure(counters.key(for: "d"), at: now + 2)
    #expect(counters.counters(counters.key(for: "a")) == GuessCounters())
    #expect(counters.counters(counters.key(for: "b")).strangers == 1)
    for name in 0..<1000 { counters.recordFailure(counters.key(for: "\(name)"), at: now) }
    #expect(counters.count == 3)
    #expect(counters.counters(counters.key(for: "999")).strangers == 1)
  }

  @Test func `keys are of this process alone`() throws {
    #expect(try UnknownNameCounters().key(for: "a") != UnknownNameCounters().key(for: "a"))
  }

  @Test func `one attempt at an account goes in at a time`() {
    let gate = AttemptGate()
    #expect(gate.enter(.person(PersonID(1))))
    #expect(!gate.enter(.person(PersonID(1))))
    #expect(gate.enter(.person(PersonID(2))))
    gate.leave(.person(PersonID(1)))
    #expect(gate.enter(.person(PersonID(1))))
  }
}
