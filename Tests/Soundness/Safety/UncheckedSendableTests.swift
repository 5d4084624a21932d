import Testing

/// Only the storage driver vouches for what the compiler cannot check.
@Suite struct UncheckedSendableTests {
  static let rule = SourceRule(applies: { SourceRule.isSource($0) && !$0.hasPrefix("Sources/OneDoorSQLite/") }) {
    $0.lines(spelling: "@", "unchecked", "Sendable")
  }

  @Test func `nothing else vouches for itself`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test func `a promise to the compiler is found`() {
    #expect(Self.rule.bites("final class A: @unchecked Sendable {}"))
    #expect(!Self.rule.bites("final class A: Sendable {} // @unchecked Sendable"))
    #expect(!Self.rule.bites("final class A: @unchecked Sendable {}", at: "Sources/OneDoorSQLite/Writer.swift"))
  }
}
