import Testing

/// A stranger's bytes must not end the process, so the product has no way to end it on purpose either.
@Suite struct FatalErrorTests {
  static let rule = SourceRule(applies: SourceRule.isSource) { file in
    file.lines(calling: ["fatalError", "abort"]) + file.lines(spelling: "Swift", ".", "fatalError")
  }

  @Test func `no source ends the process`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test(arguments: ["fatalError()", "guard let a else { fatalError(\"b\") }", "Swift.fatalError()", "abort()"])
  func `an end is found`(source: String) {
    #expect(Self.rule.bites(source))
  }

  @Test func `the word alone passes`() {
    #expect(!Self.rule.bites("// fatalError()\nlet a = \"fatalError()\"; transaction.abort()"))
  }
}
