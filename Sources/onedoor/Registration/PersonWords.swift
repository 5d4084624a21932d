import Foundation

/// The single words of a person's registration.
package enum PersonWords {
  package static func login(_ text: String) throws(WrongValue) -> String {
    _ = try PlainText.line(text, limit: 64)
    guard !text.unicodeScalars.contains(where: \.properties.isWhitespace) else { throw WrongValue("contains a space") }
    // Two spellings that look alike and compare equal to people must not be two accounts.
    guard text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8) else {
      throw WrongValue("is not in Unicode normal form C")
    }
    // The sign-in form takes a login or a phone number in one field.
    let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard !digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      throw WrongValue("looks like a phone number")
    }
    return text
  }

  package static func name(_ text: String) throws(WrongValue) -> String { try PlainText.line(text, limit: 200) }

  /// E.164: a plus, the country, at most 15 digits.
  package static func phone(_ text: String) throws(WrongValue) -> String {
    let digits = text.dropFirst().utf8
    guard text.utf8.first == UInt8(ascii: "+"), (7...15).contains(digits.count),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), digits.first != UInt8(ascii: "0")
    else { throw WrongValue("is no number as \"+8613800000000\" (E.164)") }
    return text
  }

  package static func email(_ text: String) throws(WrongValue) -> String {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard text.utf8.count <= 254, parts.count == 2, let local = parts.first, let domain = parts.last,
      (1...64).contains(local.utf8.count), !domain.isEmpty,
      !domain.split(separator: ".", omittingEmptySubsequences: false).contains(where: \.isEmpty),
      !text.unicodeScalars.contains(where: { PlainText.isControl($0) || $0.properties.isWhitespace })
    else { throw WrongValue("is no address as zhang.wei@example.org") }
    return text
  }

  /// Only what can be said without the policy: whether it is long or common is judged where it is hashed.
  static func password(_ secret: Secret) throws(WrongValue) -> Secret {
    guard secret.revealed.unicodeScalars.count <= 128 else { throw WrongValue("is longer than 128 characters") }
    guard !secret.revealed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw WrongValue("contains a control character")
    }
    return secret
  }
}
