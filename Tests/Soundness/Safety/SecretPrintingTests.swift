import Testing

/// A type that is named a secret or a password describes itself as redacted, or not at all.
@Suite struct SecretPrintingTests {
  static let rule = SourceRule(applies: SourceRule.isSource) { file in
    let declaring: Set = ["struct", "class", "enum", "actor", "extension"]
    return file.tokens.indices.filter { index in
      guard declaring.contains(file.text(index)), let open = bodyStart(file, index) else { return false }
      let head = (index + 1..<open).map { file.text($0) }
      let name = head.prefix { $0 != ":" && $0 != "<" && $0 != "where" }.last ?? ""
      let describes = ["CustomStringConvertible", "CustomDebugStringConvertible", "TextOutputStreamable"]
      let isSecret = ["Secret", "Secrets", "Password", "Passphrase"].contains { name.hasSuffix($0) }
      return isSecret && head.contains(where: describes.contains) && !saysRedacted(file, from: open)
    }.map { file.tokens[$0].line }
  }

  private static func bodyStart(_ file: SwiftFile, _ index: Int) -> Int? {
    (index + 1..<file.tokens.count).first { file.text($0) == "{" }
  }

  private static func saysRedacted(_ file: SwiftFile, from open: Int) -> Bool {
    var depth = 0
    for index in open..<file.tokens.count {
      if file.text(index) == "{" { depth += 1 }
      if file.text(index) == "}" { depth -= 1 }
      let isLiteral = file.tokens[index].kind == .string
      if isLiteral, ["redacted", "<secret>"].contains(where: file.tokens[index].text.contains) { return true }
      if depth == 0 { return false }
    }
    return false
  }

  @Test func `no secret describes itself`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test(arguments: [
    "struct ClientSecret: CustomStringConvertible { var description: String { value } }",
    "extension Outer.LoginPassword: Sendable, CustomDebugStringConvertible { var debugDescription: String { \"\\(a)\" } }",
    "enum Password<A>: CustomStringConvertible where A: B { var description: String { \"\" } }\nlet a = \"redacted\"",
  ])
  func `a secret that prints is found`(source: String) {
    #expect(Self.rule.bites(source))
  }

  @Test func `a redacted one passes, and one that does not describe itself`() {
    #expect(!Self.rule.bites("struct ASecret: CustomStringConvertible { var description: String { \"<redacted>\" } }"))
    #expect(!Self.rule.bites("struct ASecret: Sendable { let bytes: [UInt8] }"))
  }
}
