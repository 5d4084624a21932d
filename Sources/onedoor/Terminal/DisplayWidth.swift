/// How many cells of a terminal a text takes. Han and Hangul take two, combining marks none (Unicode Annex 11).
package enum DisplayWidth {
  package static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  package static func of(_ character: Character) -> Int {
    var sum = 0
    for scalar in character.unicodeScalars {
      // Joined and selected emoji are drawn as one picture.
      if scalar == "\u{FE0F}" || scalar == "\u{200D}" || scalar.properties.isEmojiModifier { return 2 }
      sum += of(scalar)
    }
    let isFlag = character.unicodeScalars.count == 2 && character.unicodeScalars.allSatisfy(isRegional)
    return isFlag ? 2 : sum
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // The vowels and finals of Hangul written letter by letter join the initial.
    if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value) { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  private static func isRegional(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isEmojiPresentation { return !isRegional(scalar) }
    return wide.contains { $0.contains(scalar.value) }
  }

  /// The blocks of EastAsianWidth W and F.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}

/// Text from a database on its way to a terminal.
package enum TerminalText {
  /// A name must not move the cursor, recolour the screen or turn the reading direction.
  package static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: PlainText.isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(PlainText.isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// Cut to a number of cells; the last one is then an ellipsis.
  package static func fitted(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    guard width > 0 else { return "" }
    var result = ""
    var used = 0
    for character in text {
      let next = DisplayWidth.of(character)
      if used + next > width - 1 { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }
}
