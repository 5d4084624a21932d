import OneDoorClient
import OneDoorMessages
import Testing

/// The three verdicts, under clocks that the test moves.
@Suite struct VerdictTests {
  private let now: Int64 = 1_800_000_000
  private let start = ContinuousClock.now
  private let state = RevocationState(
    issuer: "https://login.example", department: "housing", maxStaleness: .seconds(120), skew: 60)

  private func head(
    _ epoch: Int64, ended: [String] = [], after: Int64? = nil, time: Int64
  ) -> RevocationMessage {
    RevocationMessage(
      issuer: "https://login.example", audience: "housing", incarnation: "a", after: after ?? epoch, upto: epoch,
      time: time, ended: ended.map { .init(handle: .sid($0), until: time + 600) })
  }

  private func verdict(_ sid: String = "s", after seconds: Int = 0) -> Verdict {
    state.verdict(sessionID: sid, tokenID: "t", issuedAt: now, at: start + .seconds(seconds))
  }

  @discardableResult
  private func hear(_ message: RevocationMessage, after seconds: Int) -> RevocationSet.Outcome {
    state.apply(message, now: now + Int64(seconds), at: start + .seconds(seconds))
  }

  @Test func `before the first snapshot nothing is decided`() {
    #expect(verdict() == .undecided)
    hear(head(5, after: 4, time: now), after: 0)
    #expect(verdict() == .undecided)
  }

  @Test func `valid as long as the provider is heard, to the second`() {
    hear(head(5, after: 0, time: now), after: 0)
    #expect(verdict(after: 0) == .valid)
    #expect(verdict(after: 120) == .valid)
    #expect(verdict(after: 121) == .undecided)
    hear(head(5, time: now + 121), after: 121)
    #expect(verdict(after: 121) == .valid)
  }

  @Test func `what has ended stays ended when the provider falls silent`() {
    hear(head(5, ended: ["s"], after: 0, time: now), after: 0)
    #expect(verdict(after: 0) == .ended)
    #expect(verdict(after: 1000) == .ended)
    #expect(verdict("other", after: 1000) == .undecided)
  }

  @Test func `a message that does not fit says nothing of the present`() {
    hear(head(5, after: 0, time: now), after: 0)
    #expect(hear(head(9, time: now + 100), after: 100) == .gap)
    #expect(verdict(after: 130) == .undecided)
  }

  @Test func `old heads played again do not keep a cut-off department going`() {
    let old = head(5, after: 0, time: now)
    hear(old, after: 0)
    hear(head(5, time: now + 1), after: 1)
    hear(old, after: 100)
    #expect(verdict(after: 122) == .undecided)
    let last = head(5, time: now + 1)
    for second in stride(from: 10, through: 400, by: 10) { hear(last, after: second) }
    #expect(verdict(after: 400) == .undecided)
  }

  @Test func `a provider whose clock is far ahead is not believed to be present`() {
    hear(head(5, after: 0, time: now + 61), after: 0)
    #expect(verdict() == .undecided)
  }
}
