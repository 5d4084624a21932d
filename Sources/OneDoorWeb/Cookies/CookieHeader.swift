import HTTPTypes

/// The Cookie fields of a request (RFC 6265 §5.4), read with bounds.
struct CookieHeader {
  private let pairs: [(name: Substring.UTF8View, value: Substring.UTF8View)]

  /// No browser keeps more for one host; whoever sends more is not one.
  private static let most = 200
  /// A value of ours is far shorter; a browser's limit for a whole cookie.
  private static let longestValue = 4096

  init(_ fields: HTTPFields) {
    var pairs: [(Substring.UTF8View, Substring.UTF8View)] = []
    // HTTP/2 may split the field (RFC 9113 §8.2.3).
    for field in fields[values: .cookie] {
      for pair in field[...].utf8.split(separator: UInt8(ascii: ";")) {
        guard pairs.count < Self.most else { break }
        let trimmed = Self.trimmed(pair)
        guard let equals = trimmed.firstIndex(of: UInt8(ascii: "=")) else { continue }
        pairs.append((trimmed[..<equals], trimmed[trimmed.index(after: equals)...]))
      }
    }
    self.pairs = pairs
  }

  /// The value of a cookie that was sent once. Sent twice, one of the two was planted from a sister host or another
  /// path, and nobody can say which.
  func value(_ name: String) -> String? {
    let found = pairs.filter { $0.name.elementsEqual(name.utf8) }
    guard found.count == 1, let value = found.first?.value, !value.isEmpty, value.count <= Self.longestValue else {
      return nil
    }
    return String(Substring(value))
  }

  private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    var text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text = text.dropLast() }
    return text
  }
}
