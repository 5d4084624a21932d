/// RFC 8259 to the letter over UTF-8, and stricter where it leaves a choice: no BOM, no member twice, no half surrogate
/// pair, no number that a Double cannot hold. Two parsers that agree on everything refused here read one meaning.
struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var depthLeft: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
    self.bytes = bytes
    depthLeft = maximumDepth
  }

  mutating func document() throws(JSONError) -> JSON {
    let value = try value()
    skipSpace()
    guard place == bytes.count else { throw .syntax(at: place) }
    return value
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    guard place < bytes.count else { throw .syntax(at: place) }
    switch bytes[place] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw .syntax(at: place)
    }
  }

  private mutating func object() throws(JSONError) -> JSONObject {
    try descend()
    var members: [(name: String, value: JSON)] = []
    var names = JSONMemberNames()
    if !take(closing: UInt8(ascii: "}")) {
      members.reserveCapacity(8)
      repeat {
        skipSpace()
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw .syntax(at: place) }
        let name = try string()
        guard names.insert(name, after: members) else { throw .duplicate(name) }
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw .syntax(at: place) }
        members.append((name, try value()))
      } while try another(before: UInt8(ascii: "}"))
    }
    depthLeft += 1
    return JSONObject(distinct: members)
  }

  private mutating func array() throws(JSONError) -> [JSON] {
    try descend()
    var elements: [JSON] = []
    if !take(closing: UInt8(ascii: "]")) {
      repeat { elements.append(try value()) } while try another(before: UInt8(ascii: "]"))
    }
    depthLeft += 1
    return elements
  }

  private mutating func descend() throws(JSONError) {
    guard depthLeft > 0 else { throw .tooDeep }
    depthLeft -= 1
    place += 1
  }

  /// After an element: true for a comma, false for the end.
  private mutating func another(before end: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    if take(UInt8(ascii: ",")) { return true }
    guard take(end) else { throw .syntax(at: place) }
    return false
  }

  private mutating func take(closing end: UInt8) -> Bool {
    skipSpace()
    return take(end)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      default: return
      }
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    for i in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[i]) else { throw .syntax(at: place) }
    }
    return value
  }

  private mutating func string() throws(JSONError) -> String {
    let (string, end) = try JSONText.string(in: bytes, from: place + 1)
    place = end
    return string
  }

  private mutating func number() throws(JSONError) -> JSON {
    let (value, end) = try JSONText.number(in: bytes, from: place)
    place = end
    return value
  }
}

/// Tells a name that was there before. A handful are compared one by one; beyond that a set, so that an object of a
/// hundred thousand members costs no more than in proportion.
private struct JSONMemberNames {
  private var hashed: Set<[UInt8]> = []

  mutating func insert(_ name: String, after members: [(name: String, value: JSON)]) -> Bool {
    guard members.count >= 16 else { return !members.contains { $0.name.hasSameBytes(as: name) } }
    if hashed.isEmpty {
      for member in members { hashed.insert(Array(member.name.utf8)) }
    }
    return hashed.insert(Array(name.utf8)).inserted
  }
}
