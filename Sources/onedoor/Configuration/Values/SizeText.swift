/// Plain whole numbers and sizes in bytes (`32KiB`, `1MiB`, or a bare number of bytes).
package enum SizeText {
  package static func integer(_ text: String, in range: ClosedRange<Int>) throws(WrongValue) -> Int {
    guard let value = digits(Substring(text)) else { throw WrongValue("wants a whole number") }
    guard range.contains(value) else {
      throw WrongValue("is out of range: from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  package static func bytes(_ text: String, in range: ClosedRange<Int>) throws(WrongValue) -> Int {
    let units = [("KiB", 1024), ("MiB", 1_048_576), ("", 1)]
    for (unit, factor) in units where text.hasSuffix(unit) {
      guard let count = digits(text.dropLast(unit.count)) else { break }
      let value = count * factor
      guard range.contains(value) else {
        throw WrongValue("is out of range: from \(write(range.lowerBound)) to \(write(range.upperBound))")
      }
      return value
    }
    throw WrongValue("wants a size, as 32KiB")
  }

  package static func write(_ bytes: Int) -> String {
    if bytes >= 1_048_576, bytes % 1_048_576 == 0 { return "\(bytes / 1_048_576)MiB" }
    if bytes >= 1024, bytes % 1024 == 0 { return "\(bytes / 1024)KiB" }
    return "\(bytes)"
  }

  /// Decimal digits without sign, blanks or leading zeros: `010` is ten to one reader and eight to another.
  private static func digits(_ text: Substring) -> Int? {
    guard text.utf8.count <= 9, let value = Int(text), String(value) == text, value >= 0 else { return nil }
    return value
  }
}
