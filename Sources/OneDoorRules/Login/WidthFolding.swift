/// Full-width Latin letters, digits and signs as an input method for Chinese types them, folded to ASCII: whoever types
/// `ｚｈａｎｇ．ｗｅｉ` means `zhang.wei`.
package enum WidthFolding {
  package static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { folded.append(fold(scalar)) }
    return String(folded)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    // The ideographic full stop is what the key for `.` gives in a Chinese input method.
    case 0x3002, 0xFF61: "."
    default: scalar
    }
  }
}
