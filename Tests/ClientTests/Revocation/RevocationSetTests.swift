import OneDoorClient
import OneDoorMessages
import Testing

/// The algebra of DESIGN.md §7: what a chain of messages may and may not do.
@Suite struct RevocationSetTests {
  private let now: Int64 = 1_800_000_000

  private func emptySet() -> RevocationSet {
    RevocationSet(issuer: "https://login.example", department: "housing", skew: 60)
  }

  private func message(
    _ after: Int64, _ upto: Int64, ended: [String] = [], cutOffs: [RevocationMessage.CutOff] = [],
    incarnation: String = "a", time: Int64? = nil, until: Int64? = nil, issuer: String = "https://login.example",
    audience: String = "housing"
  ) -> RevocationMessage {
    RevocationMessage(
      issuer: issuer, audience: audience, incarnation: incarnation, after: after, upto: upto, time: time ?? now,
      ended: ended.map { .init(handle: .sid($0), until: until ?? now + 600) }, cutOffs: cutOffs)
  }

  private func hasEnded(_ set: RevocationSet, _ sid: String) -> Bool {
    set.hasEnded(sessionID: sid, tokenID: "t", issuedAt: now)
  }

  @Test func `a snapshot, then increments that fit`() {
    var set = emptySet()
    #expect(set.apply(message(0, 5, ended: ["one"]), now: now) == .applied)
    #expect(set.apply(message(5, 6, ended: ["two"]), now: now) == .applied)
    #expect(set.apply(message(6, 6), now: now) == .applied)
    #expect(set.epoch == 6)
    #expect(hasEnded(set, "one") && hasEnded(set, "two") && !hasEnded(set, "three"))
  }

  @Test func `nothing fits before the first snapshot`() {
    var set = emptySet()
    #expect(set.apply(message(3, 4, ended: ["one"]), now: now) == .gap)
    #expect(set.incarnation == nil)
  }

  @Test func `a gap asks for a snapshot, and the chain does not move`() {
    var set = emptySet()
    _ = set.apply(message(0, 5), now: now)
    #expect(set.apply(message(7, 8, ended: ["late"]), now: now) == .gap)
    #expect(set.apply(message(4, 6, ended: ["overlap"]), now: now) == .gap)
    #expect(set.epoch == 5)
    #expect(set.apply(message(5, 8), now: now) == .applied)
  }

  @Test func `what comes again or late brings nothing back`() {
    var set = emptySet()
    let first = message(0, 5, ended: ["one"])
    let second = message(5, 6, ended: ["two"])
    for message in [first, second, second, first, second] { _ = set.apply(message, now: now) }
    #expect(set.apply(second, now: now) == .known)
    #expect(set.apply(first, now: now) == .known)
    #expect(set.epoch == 6)
    #expect(hasEnded(set, "one") && hasEnded(set, "two"))
  }

  @Test func `another incarnation needs a snapshot, and then old ends hold too`() {
    var set = emptySet()
    _ = set.apply(message(0, 9, ended: ["one"]), now: now)
    #expect(set.apply(message(9, 10, incarnation: "b"), now: now) == .gap)
    #expect(set.apply(message(0, 2, ended: ["two"], incarnation: "b", time: now + 5), now: now) == .applied)
    #expect(set.epoch == 2 && set.incarnation == "b")
    #expect(hasEnded(set, "one") && hasEnded(set, "two"))
  }

  @Test func `a snapshot of an incarnation that is over is a replay`() {
    var set = emptySet()
    _ = set.apply(message(0, 9, incarnation: "b"), now: now)
    #expect(set.apply(message(0, 99, incarnation: "a", time: now - 61), now: now) == .gap)
    #expect(set.incarnation == "b" && set.epoch == 9)
  }

  @Test func `a message for somebody else changes nothing`() {
    var set = emptySet()
    #expect(set.apply(message(0, 5, ended: ["one"], audience: "business"), now: now) == .foreign)
    #expect(set.apply(message(0, 5, ended: ["one"], issuer: "https://evil.example"), now: now) == .foreign)
    #expect(set.count == 0 && set.incarnation == nil)
  }

  @Test func `a token ends alone by its number`() {
    var set = emptySet()
    _ = set.apply(
      RevocationMessage(
        issuer: "https://login.example", audience: "housing", incarnation: "a", after: 0, upto: 1, time: now,
        ended: [.init(handle: .jti("t1"), until: now + 600)]), now: now)
    #expect(set.hasEnded(sessionID: "s", tokenID: "t1", issuedAt: now))
    #expect(!set.hasEnded(sessionID: "s", tokenID: "t2", issuedAt: now))
    #expect(!set.hasEnded(sessionID: "t1", tokenID: "t2", issuedAt: now))
    #expect(!set.hasEnded(sessionID: nil, tokenID: "t2", issuedAt: now))
  }

  @Test func `a cut-off ends what was issued before it, to the second`() {
    var set = emptySet()
    _ = set.apply(message(0, 1, cutOffs: [.init(issuedBefore: now, until: now + 600)]), now: now)
    #expect(set.hasEnded(sessionID: "s", tokenID: "t", issuedAt: now - 1))
    #expect(!set.hasEnded(sessionID: "s", tokenID: "t", issuedAt: now))
    #expect(!set.hasEnded(sessionID: nil, tokenID: "t", issuedAt: now + 1))
    #expect(set.hasEnded(sessionID: nil, tokenID: "t", issuedAt: now - 1))
  }

  @Test func `a cut-off of one that calls here ends what it was issued, and nothing else`() {
    var set = emptySet()
    _ = set.apply(message(0, 1, cutOffs: [.init(issuedBefore: now, until: now + 600, clientID: "tax")]), now: now)
    func hasEnded(_ clientID: String, _ issuedAt: Int64) -> Bool {
      set.hasEnded(sessionID: "s", tokenID: "t", issuedAt: issuedAt, clientID: clientID)
    }
    #expect(hasEnded("tax", now - 1))
    #expect(!hasEnded("tax", now) && !hasEnded("housing", now - 1))
  }

  @Test func `entries are forgotten when no token can be valid any more, and not before`() {
    var set = emptySet()
    _ = set.apply(
      message(0, 1, ended: ["one"], cutOffs: [.init(issuedBefore: now, until: now + 100)], until: now + 100), now: now)
    let edge = now + 160
    _ = set.apply(message(1, 1, time: edge), now: edge)
    #expect(set.count == 2)
    _ = set.apply(message(1, 1, time: edge + 31), now: edge + 31)
    #expect(set.count == 0)
  }

  @Test func `a clock that runs away forgets nothing`() {
    var set = emptySet()
    _ = set.apply(message(0, 1, ended: ["one"], until: now + 100), now: now)
    let decade: Int64 = 315_360_000
    _ = set.apply(message(1, 1, time: now + 1), now: now + decade)
    #expect(hasEnded(set, "one"))
    _ = set.apply(message(1, 1, time: now + decade), now: now + 2)
    #expect(hasEnded(set, "one"))
  }

  @Test func `an earlier end of the same session does not shorten the later one`() {
    var set = emptySet()
    _ = set.apply(message(0, 1, ended: ["one"], until: now + 600), now: now)
    _ = set.apply(message(1, 2, ended: ["one"], until: now + 10), now: now)
    _ = set.apply(message(2, 2, time: now + 300), now: now + 300)
    #expect(hasEnded(set, "one"))
  }
}
