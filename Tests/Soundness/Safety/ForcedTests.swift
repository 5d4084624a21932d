import Testing

/// Nothing in the product is forced: what cannot fail is written so that it need not be.
@Suite struct ForcedTests {
  static let rule = SourceRule(applies: SourceRule.isSource) { file in
    file.tokens.indices.filter { index in
      guard file.text(index) == "!", index > 0, !file.tokens[index].hasSpaceBefore else { return false }
      // `a!=b` is a comparison, `!a` after an opening bracket or operator a negation.
      if file.text(index + 1) == "=", !file.tokens[index + 1].hasSpaceBefore { return false }
      let before = file.tokens[index - 1]
      return before.kind != .symbol || [")", "]", "}", "?", ">"].contains(before.text)
    }.map { file.tokens[$0].line }
  }

  @Test func `nothing is forced`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test(arguments: [
    "try! f()", "let a = b!", "f()!.c", "a[0]!", "x as! Y", "var a: Int!", "a.map { $0! }", "\"\\(a!)\"", "b!.c",
  ])
  func `a forced value is found`(source: String) {
    #expect(Self.rule.bites(source))
  }

  @Test func `negations and comparisons pass`() {
    #expect(!Self.rule.bites("if !a, b != c, (!d), [!e], f(!g) { } // h!\nlet i = \"j!\"; k!=l"))
  }
}
