import Testing

/// Settings come in through the command, never from the environment behind a module's back.
@Suite struct AmbientEnvironmentTests {
  static let rule = SourceRule(applies: { SourceRule.isSource($0) && !mayMeetTheWorld($0) }) { file in
    file.lines(naming: ["getenv", "secure_getenv", "setenv", "environ", "ProcessInfo", "CommandLine"])
  }

  @Test func `no module reads the environment by itself`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test(arguments: ["getenv(\"A\")", "ProcessInfo.processInfo.environment", "CommandLine.arguments"])
  func `a read of the environment is found`(source: String) {
    #expect(Self.rule.bites(source))
    #expect(!Self.rule.bites(source, at: "Sources/onedoor/Assembly.swift"))
    #expect(!Self.rule.bites("// \(source)"))
  }
}
