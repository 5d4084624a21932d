/// One sentence of a language, with its named places: `Sign in to {department}`.
package struct Phrase: Sendable, Equatable {
  package enum Piece: Sendable, Equatable {
    case text(String)
    case place(String)
  }

  package let pieces: [Piece]

  /// Nil where braces do not pair up or a place has no name: then the file is wrong, not the sentence unusual.
  package init?(_ source: String) {
    var pieces: [Piece] = []
    var rest = source[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { return nil }
      let name = rest[rest.index(after: brace)..<end]
      guard !name.isEmpty, name.utf8.allSatisfy(Self.isLetter) else { return nil }
      if brace != rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
      pieces.append(.place(String(name)))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  package var places: Set<String> {
    Set(pieces.compactMap { if case .place(let name) = $0 { name } else { nil } })
  }

  /// The sentence as markup, each place filled by `fill`, which returns markup too.
  func markup(filling fill: (String) throws -> String) rethrows -> String {
    try pieces.map { piece in
      switch piece {
      case .text(let text): HTMLText(escaping: text).markup
      case .place(let name): try fill(name)
      }
    }.joined()
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
