/// One source file, read.
struct SwiftFile {
  /// From the top of the repository.
  let path: String
  let tokens: [SwiftToken]
  let comments: [SwiftComment]
  let lineCount: Int

  init(path: String, text: String) {
    let read = SwiftTokens(text)
    self.path = path
    tokens = read.tokens
    comments = read.comments
    lineCount = text.utf8.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }

  /// `Sources/OneDoorCrypto` of `Sources/OneDoorCrypto/KeyFiles/KeyFile.swift`; the two tools under Plugins are
  /// folders of their own.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.prefix(path.hasPrefix("Sources/Plugins/") ? 3 : 2).joined(separator: "/")
  }

  /// Where the tokens from here on spell these out, one after another.
  func lines(spelling texts: String...) -> [Int] {
    tokens.indices.filter { start in
      texts.indices.allSatisfy { offset in
        start + offset < tokens.count && tokens[start + offset].kind != .string
          && tokens[start + offset].text == texts[offset]
      }
    }.map { tokens[$0].line }
  }

  /// Calls of a global function by its bare name: not a method of something, not its declaration, and not a name that
  /// the file gives to something of its own.
  func lines(calling names: Set<String>) -> [Int] {
    let own = Set(tokens.indices.filter { ["_", "func", "let", "var"].contains(text($0 - 1)) }.map { text($0) })
    let names = names.subtracting(own)
    return tokens.indices.filter { index in
      guard tokens[index].kind == .identifier, names.contains(tokens[index].text), text(index + 1) == "(" else {
        return false
      }
      return text(index - 1) != "."
    }.map { tokens[$0].line }
  }

  func lines(naming names: Set<String>) -> [Int] {
    tokens.filter { $0.kind == .identifier && names.contains($0.text) }.map(\.line)
  }

  /// The text of a code token; empty outside and for string literals.
  func text(_ index: Int) -> String {
    tokens.indices.contains(index) && tokens[index].kind != .string ? tokens[index].text : ""
  }

  struct Import: Equatable {
    let module: String
    let line: Int
    let isTestable: Bool
  }

  var imports: [Import] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let"]
    return tokens.indices.compactMap { index in
      guard text(index) == "import", text(index - 1) != "." else { return nil }
      let name = kinds.contains(text(index + 1)) && tokens[index + 1].line == tokens[index].line ? index + 2 : index + 1
      return Import(module: text(name), line: tokens[index].line, isTestable: text(index - 1) == "testable")
    }
  }

  /// Types declared here, with the line.
  var declaredTypes: [(name: String, line: Int)] {
    let words: Set = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    return tokens.indices.compactMap { index in
      guard words.contains(text(index)), text(index - 1) != ".", tokens.indices.contains(index + 1),
        tokens[index + 1].kind == .identifier, text(index - 1) != "import"
      else { return nil }
      return (tokens[index + 1].text, tokens[index].line)
    }
  }
}
