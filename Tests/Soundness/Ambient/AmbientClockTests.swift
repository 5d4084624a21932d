import Testing

/// Time is a parameter. The client library may read the monotonic clock, and the wall clock in one named file.
@Suite struct AmbientClockTests {
  static let rule = SourceRule(applies: { path in
    SourceRule.isSource(path) && !mayMeetTheWorld(path) && path != "Sources/OneDoorClient/WallClock.swift"
  }) { file in
    let calls: Set = ["clock_gettime", "gettimeofday", "mach_absolute_time", "CFAbsoluteTimeGetCurrent"]
    return file.lines(spelling: "Date", "(", ")") + file.lines(spelling: "time", "(", "nil") + file.lines(naming: calls)
      + readsOfNow(file)
  }

  /// `.now` of a type, of a value just made, or of what the context infers; `facts.now` is a parameter.
  private static func readsOfNow(_ file: SwiftFile) -> [Int] {
    file.tokens.indices.filter { index in
      guard file.text(index) == ".", file.text(index + 1) == "now" else { return false }
      let receiver = file.text(index - 1)
      if file.path.hasPrefix("Sources/OneDoorClient/"), isMonotonic(file, before: index) { return false }
      let isValue = file.tokens.indices.contains(index - 1) && !file.tokens[index].hasSpaceBefore
      return !isValue || receiver == ")" || receiver == "(" || receiver.first?.isUppercase == true
        || !(receiver.first?.isLetter ?? false)
    }.map { file.tokens[$0].line }
  }

  private static func isMonotonic(_ file: SwiftFile, before index: Int) -> Bool {
    file.text(index - 1) == "ContinuousClock"
      || (file.text(index - 1) == ")" && file.text(index - 2) == "(" && file.text(index - 3) == "ContinuousClock")
  }

  @Test func `no module reads a clock by itself`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test(arguments: [
    "let a = Date()", "let a = Date.now", "let a: Date = .now", "f(at: .now)", "f(.now)", "let a = ContinuousClock.now",
    "let a = ContinuousClock().now", "let a = NIODeadline.now()", "time(nil)", "clock_gettime(CLOCK_REALTIME, &a)",
    "let a = \"at \\(Date())\"",
  ])
  func `a read of a clock is found`(source: String) {
    #expect(Self.rule.bites(source))
  }

  @Test func `a time that was handed in passes, and the client's own clock`() {
    #expect(!Self.rule.bites("let a = facts.now + 5; let b = self.now; // Date()\nlet c = \"Date()\""))
    #expect(!Self.rule.bites("let a = ContinuousClock.now", at: "Sources/OneDoorClient/Feed.swift"))
    #expect(Self.rule.bites("let a = Date()", at: "Sources/OneDoorClient/Feed.swift"))
    #expect(!Self.rule.bites("let a = Date()", at: "Sources/OneDoorClient/WallClock.swift"))
    #expect(!Self.rule.bites("let a = Date()", at: "Sources/onedoor/Assembly.swift"))
  }
}
