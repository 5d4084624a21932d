package import OneDoorRules

/// What somebody types to say who they are, in the one form in which login names are stored and looked up: however it
/// was spelled (case, width, composition, invisible characters), one account has one name and one count of guesses.
package struct LoginName: Sendable, Hashable {
  package static let maximumLength = 128

  package let text: String
  /// The same as a phone number, where it can be read as one: the second look-up, if no login name is found.
  package let phone: PhoneNumber?

  /// Nil where it can be nobody's name: empty, longer than any, or with control characters.
  package init?(_ typed: String) {
    // The bound on bytes keeps normalisation cheap whatever arrives; the bound on the name itself comes after it.
    guard typed.utf8.count <= 2048 else { return nil }
    let visible = String(
      String.UnicodeScalarView(typed.unicodeScalars.filter { $0.properties.generalCategory != .format }))
    let composed = CanonicalText.composed(WidthFolding.fold(visible)).lowercased()
    let scalars = Array(CanonicalText.composed(composed).unicodeScalars)
    let trimmed = scalars.drop(while: Self.isSpace).reversed().drop(while: Self.isSpace).reversed()
    guard (1...Self.maximumLength).contains(trimmed.count),
      trimmed.allSatisfy({ $0.properties.generalCategory != .control })
    else { return nil }
    text = String(String.UnicodeScalarView(trimmed))
    phone = PhoneNumber(text)
  }

  /// A `login_hint` (OpenID Connect Core §3.1.2.1) as it may stand in the form: only what somebody could have typed there
  /// to say who they are. Whoever writes a link writes the hint: a sentence in the field would speak in our name.
  package static func hinted(_ hint: String) -> String? {
    guard hint.utf8.count <= Journey.maximumUsernameByteCount, let name = LoginName(hint) else { return nil }
    if name.phone != nil { return hint }
    let isOneWord = name.text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .nonspacingMark, .spacingMark:
        true
      default: "._-+@'".unicodeScalars.contains(scalar)
      }
    }
    return isOneWord ? hint : nil
  }

  /// Names compare by bytes: `==` on `String` is canonical equivalence.
  package static func == (left: LoginName, right: LoginName) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  package func hash(into hasher: inout Hasher) { hasher.combine(Array(text.utf8)) }

  /// What guesses at a name that nobody has are counted under: all spellings of a number are one.
  var countedAs: String { phone?.text ?? text }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}
