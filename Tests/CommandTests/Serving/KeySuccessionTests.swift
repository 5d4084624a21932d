import OneDoorRules
import Testing
import onedoor

@Suite struct KeySuccessionTests {
  private let life = Seconds.days(90)
  private let born = UnixTime(1_800_000_000)

  @Test func `a successor is published 25 hours before it takes over`() {
    let due = born + life - .hours(25)
    #expect(KeySuccession.activation(after: born, life: life, at: due - 1) == nil)
    #expect(KeySuccession.activation(after: born, life: life, at: due) == born + life)
  }

  @Test func `a server that slept through it still publishes 25 hours ahead`() {
    let late = born + life + .days(10)
    #expect(KeySuccession.activation(after: born, life: life, at: late) == late + .hours(25))
  }

  @Test func `one successor is enough`() {
    let due = born + life - .hours(25)
    let next = KeySuccession.activation(after: born, life: life, at: due) ?? born
    #expect(KeySuccession.activation(after: next, life: life, at: due) == nil)
  }
}
