import Testing

/// What is left to do names who or which issue; other marks are promises to nobody.
@Suite struct MarkerCommentTests {
  static let rule = SourceRule(applies: { _ in true }) { file in
    file.comments.filter { comment in
      let named = comment.text.replacing(/TODO\([^()\s][^()]*\)/, with: "")
      return named.contains(/\b(TODO|FIXME|XXX|HACK)\b/)
    }.map(\.line)
  }

  @Test func `every mark in a comment has an owner`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test(arguments: ["// TODO: later", "/* FIXME */", "// XXX", "let a = 1 // TODO() now", "/// HACK for speed"])
  func `a mark without an owner is found`(source: String) {
    #expect(Self.rule.bites(source))
  }

  @Test func `an owned mark passes, and so does the word in a literal`() {
    #expect(!Self.rule.bites("// TODO(issue 4): consent\nlet a = \"TODO\""))
  }
}
