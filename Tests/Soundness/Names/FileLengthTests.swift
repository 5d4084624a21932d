import Testing

/// A file that is longer holds a second subject.
@Suite struct FileLengthTests {
  static let cap = 400

  static let rule = SourceRule(applies: { _ in true }) { file in file.lineCount > cap ? [file.lineCount] : [] }

  @Test func `no file is longer than the cap`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test func `one line more is found`() {
    #expect(Self.rule.bites(String(repeating: "\n", count: Self.cap + 1)))
    #expect(!Self.rule.bites(String(repeating: "\n", count: Self.cap)))
  }
}
