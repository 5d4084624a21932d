package import OneDoorRules

/// What a new password must be (NIST SP 800-63B §5.1.1.2): long enough, in any script, without rules of composition, and
/// not one that is tried first.
package struct PasswordPolicy: Sendable {
  package let minimumLength: Int
  /// Names of the service; a password is not made of them.
  private let productWords = ["onedoor", "onedoorlogin"]

  package init(minimumLength: Int) { self.minimumLength = minimumLength }

  package func check(_ password: String, login: String, name: String) throws(PasswordRefusal) {
    guard let text = PasswordText(password), !text.isTooLong else {
      throw .tooLong(maximum: PasswordText.maximumLength)
    }
    guard text.length >= minimumLength else { throw .tooShort(minimum: minimumLength) }
    let folded = Array(CanonicalText.composed(WidthFolding.fold(text.text).lowercased()).unicodeScalars)
    let pattern = PasswordPattern(folded)
    if pattern.repeatedLength < minimumLength { throw .repetitive }
    if pattern.freshCount < PasswordPattern.leastFresh { throw .predictable }
    if ListedPasswords.contains(folded) { throw .common }
    let words = ListedPasswords.words + productWords + contextWords(login) + contextWords(name)
    // What is left without the words must be worth guessing at: eight characters of the usual twelve.
    if pattern.remainder(without: words) < minimumLength * 2 / 3 { throw .containsName }
  }

  /// A name whole and in its parts: `zhang.wei` is `zhangwei`, `zhang` and `wei`. A part of two letters stands in too many
  /// words, a Chinese name has no more.
  private func contextWords(_ name: String) -> [String] {
    let folded = CanonicalText.composed(WidthFolding.fold(name).lowercased())
    let parts = folded.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    let whole = parts.reduce(into: String.UnicodeScalarView()) { $0.append(contentsOf: $1) }
    return ([String(whole)] + parts.map { String(String.UnicodeScalarView($0)) })
      .filter { $0.unicodeScalars.count >= ($0.utf8.allSatisfy { $0 < 0x80 } ? 3 : 2) }
  }
}
