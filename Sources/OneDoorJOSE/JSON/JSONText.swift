/// The two tokens of JSON that have an inside: strings and numbers.
enum JSONText {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// `start` is behind the opening quote; `end` behind the closing one.
  static func string(in bytes: Bytes, from start: Int) throws(JSONError) -> (String, end: Int) {
    var place = start
    var seen: UInt8 = 0
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        let text = UnsafeBufferPointer(rebasing: bytes[start..<place])
        // Nearly every string of a token is ASCII, which needs no second look.
        if seen < 0x80 { return (String(decoding: text, as: UTF8.self), place + 1) }
        guard let string = String(validating: text, as: UTF8.self) else { throw .encoding(at: start) }
        return (string, place + 1)
      case UInt8(ascii: "\\"): return try escapedString(in: bytes, from: start, firstEscape: place)
      case 0..<0x20: throw .syntax(at: place)
      default:
        seen |= byte
        place += 1
      }
    }
    throw .syntax(at: place)
  }

  private static func escapedString(
    in bytes: Bytes, from start: Int, firstEscape: Int
  ) throws(JSONError) -> (String, end: Int) {
    var place = firstEscape
    var unescaped = Array(bytes[start..<place])
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: unescaped, as: UTF8.self) else { throw .encoding(at: start) }
        return (string, place + 1)
      case UInt8(ascii: "\\"):
        place += 1
        guard place < bytes.count else { throw .syntax(at: place) }
        if bytes[place] == UInt8(ascii: "u") {
          let (scalar, end) = try escapedScalar(in: bytes, from: place + 1)
          unescaped += Array(String(scalar).utf8)
          place = end
        } else {
          guard let plain = shortEscape(bytes[place]) else { throw .syntax(at: place) }
          unescaped.append(plain)
          place += 1
        }
      case 0..<0x20: throw .syntax(at: place)
      default:
        unescaped.append(byte)
        place += 1
      }
    }
    throw .syntax(at: place)
  }

  private static func shortEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// The four digits behind `\u`, and a second such escape where the first is half a pair.
  private static func escapedScalar(
    in bytes: Bytes, from start: Int
  ) throws(JSONError) -> (Unicode.Scalar, end: Int) {
    let first = try fourDigits(in: bytes, from: start)
    if let scalar = Unicode.Scalar(first) { return (scalar, start + 4) }
    guard first < 0xDC00, start + 6 <= bytes.count, bytes[start + 4] == UInt8(ascii: "\\"),
      bytes[start + 5] == UInt8(ascii: "u")
    else { throw .encoding(at: start) }
    let second = try fourDigits(in: bytes, from: start + 6)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw .encoding(at: start) }
    return (scalar, start + 10)
  }

  private static func fourDigits(in bytes: Bytes, from start: Int) throws(JSONError) -> UInt32 {
    guard start + 4 <= bytes.count else { throw .syntax(at: bytes.count) }
    var value: UInt32 = 0
    for place in start..<start + 4 {
      let digit: UInt8
      switch bytes[place] {
      case let byte where isDigit(byte): digit = byte - UInt8(ascii: "0")
      case let byte where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte): digit = byte - UInt8(ascii: "a") + 10
      case let byte where (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte): digit = byte - UInt8(ascii: "A") + 10
      default: throw .syntax(at: place)
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// No number of a real message is longer, and converting a million digits costs more than reading them.
  private static let maximumNumberLength = 512

  static func number(in bytes: Bytes, from start: Int) throws(JSONError) -> (JSON, end: Int) {
    var place = start
    func digits() -> Int {
      let first = place
      while place < bytes.count, isDigit(bytes[place]) { place += 1 }
      return place - first
    }
    func skip(_ letters: UInt8...) -> Bool {
      guard place < bytes.count, letters.contains(bytes[place]) else { return false }
      place += 1
      return true
    }
    let negative = skip(UInt8(ascii: "-"))
    let first = place
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[first] != UInt8(ascii: "0") else { throw .syntax(at: first) }
    let wholeEnd = place
    var exact = true
    if skip(UInt8(ascii: ".")) {
      exact = false
      guard digits() > 0 else { throw .syntax(at: place) }
    }
    if skip(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      exact = false
      _ = skip(UInt8(ascii: "+"), UInt8(ascii: "-"))
      guard digits() > 0 else { throw .syntax(at: place) }
    }
    guard place - start <= maximumNumberLength else { throw .number(at: start) }
    if exact, let integer = integer(bytes[first..<wholeEnd], negative: negative) { return (.integer(integer), place) }
    guard let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)), number.isFinite else {
      throw .number(at: start)
    }
    return (.number(number), place)
  }

  private static func integer(_ digits: Slice<Bytes>, negative: Bool) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let step = Int64(digit - UInt8(ascii: "0"))
      let (sum, over) =
        negative ? product.subtractingReportingOverflow(step) : product.addingReportingOverflow(step)
      guard !overflow, !over else { return nil }
      value = sum
    }
    return value
  }
}
