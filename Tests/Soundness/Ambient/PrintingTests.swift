import Testing

/// Only the command speaks on standard output; everything else goes through the log, which knows what is secret.
@Suite struct PrintingTests {
  static let rule = SourceRule(applies: { SourceRule.isSource($0) && !mayMeetTheWorld($0) }) { file in
    file.lines(calling: ["print", "debugPrint", "dump", "NSLog", "puts", "fputs", "printf"])
  }

  @Test func `no module prints`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test(arguments: ["print(\"a\")", "  debugPrint(a)", "f { dump(a) }", "fputs(\"a\", stderr)"])
  func `a print is found`(source: String) {
    #expect(Self.rule.bites(source))
    #expect(!Self.rule.bites(source, at: "Sources/onedoor/Terminal.swift"))
  }

  @Test func `what is only called so passes`() {
    #expect(!Self.rule.bites("page.print(); func print() {}; let a = \"print(a)\""))
    #expect(!Self.rule.bites("func write(_ print: () -> Bool) { print() }"))
  }
}
