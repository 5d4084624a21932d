import Testing

/// Secrets come from one place and are handed in. The language's own generator is for nobody.
@Suite struct AmbientRandomnessTests {
  static let rule = SourceRule(applies: { SourceRule.isSource($0) && !mayMeetTheWorld($0) }) { file in
    let names: Set = ["SystemRandomNumberGenerator", "arc4random", "arc4random_uniform", "arc4random_buf", "getrandom"]
    let draws = file.tokens.indices.filter { index in
      guard file.text(index + 1) == "(", file.text(index - 1) != "func" else { return false }
      let isBare = ["randomElement", "shuffled", "shuffle", "UUID"].contains(file.text(index))
      return file.text(index) == "random" || (isBare && file.text(index + 2) == ")")
    }
    return file.lines(naming: names) + draws.map { file.tokens[$0].line }
  }

  @Test func `no module draws lots by itself`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test(arguments: [
    "Int.random(in: 0..<5)", ".random(in: 0..<5)", "var g = SystemRandomNumberGenerator()", "a.shuffled()",
    "a.randomElement()", "UUID()", "random()",
  ])
  func `a draw is found`(source: String) {
    #expect(Self.rule.bites(source))
  }

  @Test func `drawn secrets and declarations pass`() {
    #expect(!Self.rule.bites("try SecureRandom.bytes(32); func random(_ count: Int) {}; a.shuffled(using: &g)"))
  }
}
