/// Names, labels and numbers as the exposition format spells them.
enum PrometheusName {
  static func metric(_ label: String, suffix: String = "") -> String {
    var bytes = label.utf8.map { byte in
      isNameByte(byte) ? byte : UInt8(ascii: "_")
    }
    if let first = bytes.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
      bytes.insert(UInt8(ascii: "_"), at: 0)
    }
    let hasSuffix = bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    return String(decoding: bytes, as: UTF8.self) + (hasSuffix ? "" : suffix)
  }

  /// `route="token",status="200"`, without braces.
  static func labels(_ dimensions: [(String, String)]) -> String {
    dimensions.map { "\(metric($0.0))=\"\(escaped($0.1))\"" }.joined(separator: ",")
  }

  static func line(_ name: String, _ labels: String, _ value: Double) -> String {
    "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(number(value))\n"
  }

  static func number(_ value: Double) -> String {
    if let whole = Int64(exactly: value) { return String(whole) }
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return String(value)
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
