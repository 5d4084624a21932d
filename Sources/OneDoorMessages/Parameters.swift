import OneDoorJOSE

/// The parameters of one request, in the order in which they came, as bytes that were valid UTF-8.
package struct Parameters: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }
  package init(_ pairs: KeyValuePairs<String, String>) {
    entries = pairs.map { Entry(name: $0.key, value: $0.value) }
  }

  /// The value of a parameter. RFC 6749 §3.1: one without a value counts as omitted.
  package subscript(name: String) -> String? {
    for entry in entries where entry.name.hasSameBytes(as: name) {
      return entry.value.isEmpty ? nil : entry.value
    }
    return nil
  }

  /// RFC 6749 §3.1: a parameter must not be included more than once. The name of the first that was, empty or not.
  /// At most a hundred names: to compare each with those before it costs less than to hash any.
  package var firstDuplicate: String? {
    for place in entries.indices {
      let name = entries[place].name
      if entries[..<place].contains(where: { $0.name.hasSameBytes(as: name) }) { return name }
    }
    return nil
  }

  /// Whether this very parameter was sent more than once, empty or not.
  package func repeats(_ name: String) -> Bool { entries.count { $0.name.utf8.elementsEqual(name.utf8) } > 1 }
}

/// application/x-www-form-urlencoded, of a query or a body (WHATWG URL §5.1), read strictly: what a lenient parser would
/// repair is refused, so that no two readers can see two meanings.
package enum FormURLEncoding {
  package enum Fault: Error, Equatable, Sendable { case tooMany, percent, utf8, control }

  package static let maximumCount = 100

  /// Read as an array, for which this module compiles the rest: generic code that another module calls takes a call and
  /// more for each byte (a sixth of an introspection went there).
  package static func parse(_ bytes: some Collection<UInt8>) throws(Fault) -> Parameters {
    try parse(array: Array(bytes))
  }

  private static func parse(array bytes: [UInt8]) throws(Fault) -> Parameters {
    var entries: [Parameters.Entry] = []
    var start = 0
    while start < bytes.count {
      let pair = bytes[start..<(bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count)]
      start = pair.endIndex + 1
      if pair.isEmpty { continue }
      guard entries.count < maximumCount else { throw .tooMany }
      let split = pair.firstIndex(of: UInt8(ascii: "="))
      let name = try decode(pair[..<(split ?? pair.endIndex)])
      let value = try split.map { index throws(Fault) in try decode(pair[(index + 1)...]) } ?? ""
      entries.append(Parameters.Entry(name: name, value: value))
    }
    return Parameters(entries)
  }

  /// Most values, tokens above all, stand for themselves and need no copy.
  private static func decode(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
    let isPlain = !bytes.contains { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") || $0 == 0 }
    let decoded = isPlain ? bytes : try unescaped(bytes)[...]
    guard let text = String(validating: decoded, as: UTF8.self) else { throw .utf8 }
    return text
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) throws(Fault) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "+"): decoded.append(0x20)
      case UInt8(ascii: "%"):
        guard place + 1 < bytes.endIndex, let high = hexValue(bytes[place]), let low = hexValue(bytes[place + 1])
        else { throw .percent }
        decoded.append(high << 4 | low)
        place += 2
      default: decoded.append(byte)
      }
    }
    guard !decoded.contains(0) else { throw .control }
    return decoded
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// RFC 3986 unreserved characters stay, everything else is percent-encoded (space too): safe in a query and in a form.
  package static func encode(_ parameters: [(name: String, value: String)]) -> String {
    parameters.map { "\(escape($0.name))=\(escape($0.value))" }.joined(separator: "&")
  }

  package static func escape(_ text: String) -> String {
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        escaped.append(byte)
      default:
        escaped.append(UInt8(ascii: "%"))
        escaped.append(hexDigits[Int(byte >> 4)])
        escaped.append(hexDigits[Int(byte & 15)])
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
