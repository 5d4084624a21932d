/// Which characters may stand in text that people read on pages and terminals.
package enum PlainText {
  /// Characters that turn the direction of what follows: with them a name can look like another one.
  package static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
    default: turnsDirection(scalar)
    }
  }

  /// One line that a person can read: no control characters, not blank, at most `limit` characters.
  package static func line(_ text: String, limit: Int) throws(WrongValue) -> String {
    guard !text.allSatisfy(\.isWhitespace) else { throw WrongValue("is empty") }
    guard text.unicodeScalars.count <= limit else { throw WrongValue("is longer than \(limit) characters") }
    guard !text.unicodeScalars.contains(where: isControl) else { throw WrongValue("contains a control character") }
    return text
  }
}
