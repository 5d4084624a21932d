/// A piece of an HTML document.
enum HTMLToken: Equatable {
  case open(String, [String: String])
  case close(String)
  case text(String)
}

/// Splits HTML as our own pages write it: quoted attributes, no scripts to run. Not a browser's parser, which the
/// journeys in Chromium have.
struct HTMLTokens {
  private let bytes: [UInt8]
  private var at = 0
  private var tokens: [HTMLToken] = []

  static func of(_ html: String) -> [HTMLToken] {
    var lexer = HTMLTokens(bytes: Array(html.utf8))
    lexer.run()
    return lexer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    while at < bytes.count {
      if starts(with: "<!--") {
        skip(past: "-->")
      } else if starts(with: "<!") {
        skip(past: ">")
      } else if starts(with: "</") {
        at += 2
        tokens.append(.close(name()))
        skip(past: ">")
      } else if bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count, isLetter(bytes[at + 1]) {
        at += 1
        element()
      } else {
        text()
      }
    }
  }

  private mutating func text() {
    let start = at
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    tokens.append(.text(htmlUnescaped(String(decoding: bytes[start..<at], as: UTF8.self))))
  }

  private mutating func element() {
    let tag = name()
    var attributes: [String: String] = [:]
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      let key = name()
      if key.isEmpty { at += 1 }
      skipSpace()
      var value = ""
      if at < bytes.count, bytes[at] == UInt8(ascii: "=") {
        at += 1
        skipSpace()
        value = attributeValue()
      }
      if !key.isEmpty, attributes[key] == nil { attributes[key] = htmlUnescaped(value) }
    }
    at += 1
    tokens.append(.open(tag, attributes))
    if tag == "script" || tag == "style" {
      while at < bytes.count, !starts(with: "</\(tag)") { at += 1 }
    }
  }

  private mutating func attributeValue() -> String {
    guard at < bytes.count else { return "" }
    let quote = bytes[at]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { at += 1 }
    let start = at
    while at < bytes.count {
      if isQuoted ? bytes[at] == quote : (isSpace(bytes[at]) || bytes[at] == UInt8(ascii: ">")) { break }
      at += 1
    }
    defer { if isQuoted { at += 1 } }
    return String(decoding: bytes[start..<min(at, bytes.count)], as: UTF8.self)
  }

  private mutating func name() -> String {
    let start = at
    while at < bytes.count, !isSpace(bytes[at]), !"=>/\"'".utf8.contains(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  }

  private mutating func skipSpace() { while at < bytes.count, isSpace(bytes[at]) { at += 1 } }

  private mutating func skip(past end: String) {
    while at < bytes.count, !starts(with: end) { at += 1 }
    at = min(bytes.count, at + end.utf8.count)
  }

  private func starts(with text: String) -> Bool { bytes[at...].starts(with: text.utf8) }
  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
}

private let namedReferences: [String: String] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "middot": "·", "hellip": "…",
]

/// Character references of the kinds that templates write.
package func htmlUnescaped(_ text: String) -> String {
  guard text.contains("&") else { return text }
  var plain = ""
  var rest = text[...]
  while let ampersand = rest.firstIndex(of: "&") {
    plain += rest[..<ampersand]
    rest = rest[ampersand...]
    let name = rest.dropFirst().prefix(10).prefix { $0 != ";" }
    if rest.dropFirst(1 + name.count).first == ";", let character = reference(String(name)) {
      plain += character
      rest = rest.dropFirst(name.count + 2)
    } else {
      plain += "&"
      rest = rest.dropFirst()
    }
  }
  return plain + rest
}

private func reference(_ name: String) -> String? {
  guard name.hasPrefix("#") else { return namedReferences[name] }
  let digits = name.dropFirst()
  let number = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
}
