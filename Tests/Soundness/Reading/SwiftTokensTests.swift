import Testing

@Suite struct SwiftTokensTests {
  private func code(_ source: String) -> String {
    SwiftTokens(source).tokens.filter { $0.kind != .string }.map(\.text).joined(separator: " ")
  }

  @Test(arguments: [
    ("a // b\nc", "a c"),
    ("a /* b /* c */ d */ e", "a e"),
    ("a \"b // c\" d", "a d"),
    ("a \"b \\\" c\" d", "a d"),
    ("a \"b \\(c) d\" e", "a ( c ) e"),
    ("a \"b \\(c(\"d\") + \"e\\(f)\") g\" h", "a ( c ( ) + ( f ) ) h"),
    ("a #\"b \" \\(c) \\#(d)\"# e", "a ( d ) e"),
    ("a \"\"\"\n b \" c\n \"\"\" d", "a d"),
    ("a #\"\"\"\n \"\"\" b \\(c)\n \"\"\"# d", "a d"),
    ("func `b c`() {}", "func ( ) { }"),
    ("`default` a", "default a"),
    ("f(/a\"b/, c)", "f ( , c )"),
    ("f(#/a\"b/#) d", "f ( ) d"),
    ("a / b / c", "a / b / c"),
    ("0..<0x1F 1.5e3", "0 . . < 0x1F 1.5e3"),
    ("#if x", "# if x"),
    ("a \"not closed\nb", "a b"),
  ])
  func `comments and literals are no code, and what is interpolated is`(source: String, expected: String) {
    #expect(code(source) == expected)
  }

  @Test func `lines are counted through comments and literals`() {
    let tokens = SwiftTokens("/*\n\n*/ a \"\"\"\n x\n \\(b)\n \"\"\"\nc // d\n").tokens
    #expect(tokens.filter { $0.kind == .identifier }.map { "\($0.text)\($0.line)" } == ["a3", "b5", "c7"])
    #expect(SwiftTokens("a\n// b\n").comments == [SwiftComment(text: "// b", line: 2)])
  }

  @Test func `imports are found in every spelling`() {
    let source = """
      import A
      package import B
      @testable import C
      import struct D.Inner
      @preconcurrency internal import E
      let text = "import F"
      """
    let file = SwiftFile(path: "Sources/X/Y.swift", text: source)
    #expect(file.imports.map(\.module) == ["A", "B", "C", "D", "E"])
    #expect(file.imports.filter(\.isTestable).map(\.module) == ["C"])
  }

  @Test func `the tree is read`() {
    #expect(SourceTree.swiftFiles.contains { $0.path == "Tests/Soundness/Reading/SwiftTokensTests.swift" })
    #expect(SourceTree.swiftFiles.contains { $0.path.hasPrefix("Sources/OneDoorRules/") })
  }
}
