/// A phone number in the one spelling that is stored and looked up (ITU-T E.164): `+8613800000000`.
package struct PhoneNumber: Sendable, Hashable {
  package let text: String

  /// Reads the usual spellings: separators, `00` for `+`, and a mainland mobile number with or without its country code.
  /// Nil where the text is not a phone number; a national number of any other kind does not say whose it is.
  package init?(_ spelled: String) {
    var digits: [UInt8] = []
    var isInternational = false
    var hasBegun = false
    for scalar in WidthFolding.fold(spelled).unicodeScalars {
      switch scalar {
      case "+" where !hasBegun:
        isInternational = true
        hasBegun = true
      case "0"..."9":
        digits.append(UInt8(truncatingIfNeeded: scalar.value))
        hasBegun = true
      case " ", "-", ".", "(", ")", "/", "\u{A0}", "\u{2010}"..."\u{2015}": continue
      default: return nil
      }
      guard digits.count <= 17 else { return nil }
    }
    if !isInternational {
      if digits.starts(with: [UInt8](repeating: UInt8(ascii: "0"), count: 2)) {
        digits.removeFirst(2)
      } else if Self.isMainlandMobile(digits[...]) {
        digits.insert(contentsOf: Self.mainland, at: 0)
      } else if !(digits.starts(with: Self.mainland) && Self.isMainlandMobile(digits.dropFirst(2))) {
        return nil
      }
    }
    guard (7...15).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
    text = "+" + String(decoding: digits, as: UTF8.self)
  }

  private static let mainland = Array("86".utf8)

  private static func isMainlandMobile(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 11 && digits.first == UInt8(ascii: "1")
      && (UInt8(ascii: "3")...UInt8(ascii: "9")).contains(digits[digits.startIndex + 1])
  }
}
