/// A token of Swift source as far as rules about the code need it: comments are apart, and a string literal is one
/// token, so that neither is taken for code. What stands inside `\(…)` is code again.
struct SwiftToken: Equatable {
  enum Kind { case identifier, number, string, symbol }

  let kind: Kind
  /// Without quotes or backticks; of a symbol, its one character.
  let text: String
  let line: Int
  let hasSpaceBefore: Bool
}

struct SwiftComment: Equatable {
  let text: String
  let line: Int
}

struct SwiftTokens {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var sawSpace = true
  private(set) var tokens: [SwiftToken] = []
  private(set) var comments: [SwiftComment] = []

  init(_ source: String) {
    bytes = Array(source.utf8)
    code(untilParenthesis: false)
  }

  private func peek(_ offset: Int = 0) -> UInt8? { at + offset < bytes.count ? bytes[at + offset] : nil }

  private func starts(with text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where at < bytes.count {
      if bytes[at] == UInt8(ascii: "\n") { line += 1 }
      at += 1
    }
  }

  private mutating func emit(_ kind: SwiftToken.Kind, _ text: String, line: Int) {
    tokens.append(SwiftToken(kind: kind, text: text, line: line, hasSpaceBefore: sawSpace))
    sawSpace = false
  }

  private mutating func code(untilParenthesis: Bool) {
    var depth = 0
    while let byte = peek() {
      if byte == 32 || (9...13).contains(byte) {
        advance()
        sawSpace = true
      } else if starts(with: "//") {
        lineComment()
      } else if starts(with: "/*") {
        blockComment()
      } else if byte == UInt8(ascii: "\"") {
        string(hashes: 0)
      } else if byte == UInt8(ascii: "#") {
        hash()
      } else if byte == UInt8(ascii: "`") {
        escapedIdentifier()
      } else if byte == UInt8(ascii: "/"), beginsRegex {
        regex(hashes: 0)
      } else if isDigit(byte) {
        number()
      } else if isIdentifier(byte) {
        let start = at
        while let next = peek(), isIdentifier(next) || isDigit(next) { at += 1 }
        emit(.identifier, String(decoding: bytes[start..<at], as: UTF8.self), line: line)
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          if untilParenthesis, depth == 0 { return }
          depth -= 1
        }
        emit(.symbol, String(UnicodeScalar(byte)), line: line)
        advance()
      }
    }
  }

  private mutating func lineComment() {
    let start = at
    while let next = peek(), next != UInt8(ascii: "\n") { at += 1 }
    comments.append(SwiftComment(text: String(decoding: bytes[start..<at], as: UTF8.self), line: line))
    sawSpace = true
  }

  private mutating func blockComment() {
    let (start, first) = (at, line)
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        advance(2)
      } else if starts(with: "*/") {
        depth -= 1
        advance(2)
      } else {
        advance()
      }
    } while depth > 0 && at < bytes.count
    comments.append(SwiftComment(text: String(decoding: bytes[start..<at], as: UTF8.self), line: first))
    sawSpace = true
  }

  private mutating func hash() {
    var hashes = 0
    while peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
    if peek(hashes) == UInt8(ascii: "\"") {
      at += hashes
      string(hashes: hashes)
    } else if peek(hashes) == UInt8(ascii: "/") {
      at += hashes
      regex(hashes: hashes)
    } else {
      emit(.symbol, "#", line: line)
      at += 1
    }
  }

  private mutating func string(hashes: Int) {
    let first = line
    let isMultiline = starts(with: "\"\"\"")
    let fence = String(repeating: "#", count: hashes)
    let end = (isMultiline ? "\"\"\"" : "\"") + fence
    advance(isMultiline ? 3 : 1)
    var content: [UInt8] = []
    // The literal stands before the code inside it, so its place is kept for it.
    let place = tokens.count
    emit(.string, "", line: first)
    while let byte = peek(), !starts(with: end) {
      if !isMultiline, byte == UInt8(ascii: "\n") { break }
      if starts(with: "\\" + fence) {
        advance(1 + hashes)
        if peek() == UInt8(ascii: "(") {
          emit(.symbol, "(", line: line)
          advance()
          code(untilParenthesis: true)
          emit(.symbol, ")", line: line)
        }
      }
      if let next = peek() { content.append(next) }
      advance()
    }
    if starts(with: end) { advance(end.utf8.count) }
    tokens[place] = SwiftToken(
      kind: .string, text: String(decoding: content, as: UTF8.self), line: first,
      hasSpaceBefore: tokens[place].hasSpaceBefore)
    sawSpace = false
  }

  /// A slash begins a regular expression where a value may begin and no space follows.
  private var beginsRegex: Bool {
    guard let next = peek(1), next != UInt8(ascii: " "), next != UInt8(ascii: "\n") else { return false }
    guard let last = tokens.last else { return true }
    return (last.kind == .symbol && "(,=:{[".contains(last.text)) || last.text == "return"
  }

  private mutating func regex(hashes: Int) {
    let end = "/" + String(repeating: "#", count: hashes)
    let start = at
    advance()
    while let byte = peek(), !starts(with: end), hashes > 0 || byte != UInt8(ascii: "\n") {
      advance(byte == UInt8(ascii: "\\") ? 2 : 1)
    }
    if starts(with: end) { advance(end.utf8.count) }
    emit(.string, String(decoding: bytes[start..<at], as: UTF8.self), line: line)
  }

  private mutating func escapedIdentifier() {
    let start = at + 1
    advance()
    while let next = peek(), next != UInt8(ascii: "`"), next != UInt8(ascii: "\n") { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if peek() == UInt8(ascii: "`") { at += 1 }
    // A sentence used as a name says nothing as code does.
    emit(text.contains(" ") ? .string : .identifier, text, line: line)
  }

  private mutating func number() {
    let start = at
    while let next = peek() {
      let isFraction = next == UInt8(ascii: ".") && peek(1).map(isDigit) == true
      guard isDigit(next) || isIdentifier(next) || isFraction else { break }
      at += 1
    }
    emit(.number, String(decoding: bytes[start..<at], as: UTF8.self), line: line)
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

private func isIdentifier(_ byte: UInt8) -> Bool {
  (65...90).contains(byte & 0xDF) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
}
