/// A password as it is hashed: NFC, so that a composed and a decomposed `é` are one (NIST SP 800-63B §5.1.1.2), in UTF-8,
/// whole to its last character.
struct PasswordText {
  static let maximumLength = 128

  let text: String
  /// In code points, as the limits count.
  let length: Int

  /// Nil where it is longer than any password, before the work of normalising it.
  init?(_ typed: String) {
    guard typed.utf8.count <= PasswordText.maximumLength * 16 else { return nil }
    text = CanonicalText.composed(typed)
    length = text.unicodeScalars.count
  }

  var isTooLong: Bool { length > PasswordText.maximumLength }
  var bytes: [UInt8] { Array(text.utf8) }
}
