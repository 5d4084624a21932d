/// The `Accept-Language` header (RFC 9110 §12.5.4), read with bounds: it comes from strangers on every page.
enum AcceptLanguage {
  private static let longest = 1024

  /// The ranges the browser accepts, best first, equal ones in the order given. What cannot be read is left out, and so
  /// is `*`: it asks for nothing that the default would not give.
  static func ranges(in header: String) -> [String] {
    let entries = header.utf8.prefix(longest).split(separator: UInt8(ascii: ",")).prefix(LanguageRange.most)
    let weighted = entries.enumerated().compactMap { position, entry -> (position: Int, weight: Int, range: String)? in
      let parts = entry.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(trimmed)
      guard let range = parts.first, !range.isEmpty, parts.count <= 2 else { return nil }
      guard let weight = parts.count == 2 ? weight(of: parts[1]) : 1000, weight > 0 else { return nil }
      return (position, weight, String(decoding: range, as: UTF8.self))
    }
    return weighted.sorted { ($1.weight, $0.position) < ($0.weight, $1.position) }.map(\.range)
  }

  /// `q=0.75` is 750. RFC 9110 §12.4.2: at most three decimals, nothing above 1.
  private static func weight(of parameter: Substring.UTF8View) -> Int? {
    let bytes = Array(parameter)
    guard bytes.count >= 3, bytes[0] | 0x20 == UInt8(ascii: "q"), bytes[1] == UInt8(ascii: "=") else { return nil }
    let number = bytes[2...]
    guard number.count <= 5, let whole = digit(number.first), whole <= 1 else { return nil }
    var weight = whole * 1000
    var decimals = number.dropFirst()
    guard let point = decimals.popFirst() else { return weight }
    guard point == UInt8(ascii: ".") else { return nil }
    for (scale, byte) in zip([100, 10, 1], decimals) {
      guard let value = digit(byte) else { return nil }
      weight += value * scale
    }
    return weight <= 1000 ? weight : nil
  }

  private static func digit(_ byte: UInt8?) -> Int? {
    guard let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    return Int(byte - UInt8(ascii: "0"))
  }

  private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text = text.dropLast() }
    return text
  }
}
