/// Writes JSON straight into bytes: a token's claims are known one by one, and a tree of values for them would cost
/// more than the signature's hash. Commas are the writer's affair, names are the caller's: it does not look for a name
/// given twice.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init(reserving count: Int = 512) { bytes.reserveCapacity(count) }

  package mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
  }

  package mutating func beginObject(_ name: String) {
    begin(name)
    bytes.append(UInt8(ascii: "{"))
  }

  package mutating func endObject() { bytes.append(UInt8(ascii: "}")) }

  package mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
  }

  package mutating func beginArray(_ name: String) {
    begin(name)
    bytes.append(UInt8(ascii: "["))
  }

  package mutating func endArray() { bytes.append(UInt8(ascii: "]")) }

  package mutating func member(_ name: String, _ value: String) {
    begin(name)
    append(value)
  }

  package mutating func member(_ name: String, _ value: Int64) {
    begin(name)
    append(value)
  }

  package mutating func member(_ name: String, _ value: Bool) {
    begin(name)
    append(value)
  }

  package mutating func member(_ name: String, _ values: [String]) {
    beginArray(name)
    for value in values { element(value) }
    endArray()
  }

  package mutating func member(_ name: String, _ value: JSON) {
    begin(name)
    append(value)
  }

  /// `raw` is JSON already.
  package mutating func member(_ name: String, raw: [UInt8]) {
    begin(name)
    bytes += raw
  }

  package mutating func element(_ value: String) {
    separate()
    append(value)
  }

  package mutating func element(_ value: Int64) {
    separate()
    append(value)
  }

  package mutating func element(raw: [UInt8]) {
    separate()
    bytes += raw
  }

  /// A whole value, at the top or as an element.
  package mutating func value(_ value: JSON) {
    separate()
    append(value)
  }

  private mutating func begin(_ name: String) {
    separate()
    append(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// An opening bracket is only ever structure here, for a string ends in a quote.
  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func append(_ value: JSON) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): append(value)
    case .integer(let value): append(value)
    case .number(let value): append(value)
    case .string(let value): append(value)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for element in elements { self.value(element) }
      endArray()
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      for member in object.members { self.member(member.name, member.value) }
      endObject()
    }
  }

  private mutating func append(_ value: Bool) { bytes += (value ? "true" : "false").utf8 }

  private mutating func append(_ value: Int64) { bytes += String(value).utf8 }

  private mutating func append(_ value: Double) {
    // JSON has no infinity; a message of ours never holds one, and null is at least JSON.
    bytes += (value.isFinite ? value.description : "null").utf8
  }

  private mutating func append(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    let plain: Void? = string.utf8.withContiguousStorageIfAvailable { text in
      if text.allSatisfy({ Self.isPlain($0) }) { bytes.append(contentsOf: text) } else { append(escaping: text) }
    }
    if plain == nil { append(escaping: string.utf8) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaping text: some Sequence<UInt8>) {
    for byte in text {
      if Self.isPlain(byte) {
        bytes.append(byte)
        continue
      }
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
      case 0x08: bytes.append(UInt8(ascii: "b"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0C: bytes.append(UInt8(ascii: "f"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes += [
          UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), digits[Int(byte >> 4)], digits[Int(byte & 15)],
        ]
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
