/// A compact, self-checking layout for sealed values: fixed-width big-endian integers and length-prefixed byte strings.
/// JSON would double the size of a code, which has 512 bytes to fit in.
package struct ByteEncoder {
  package private(set) var bytes: [UInt8] = []
  package init() {}

  package mutating func fixed(_ value: [UInt8]) { bytes.append(contentsOf: value) }
  package mutating func byte(_ value: UInt8) { bytes.append(value) }
  package mutating func uint32(_ value: UInt32) {
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
  package mutating func int64(_ value: Int64) {
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: value >> Int64(shift))) }
  }
  /// At most 65,535 bytes; anything longer is cut off by the caller's own limits long before.
  package mutating func prefixed(_ value: [UInt8]) {
    let count = min(value.count, 0xFFFF)
    bytes.append(UInt8(count >> 8))
    bytes.append(UInt8(count & 0xFF))
    bytes.append(contentsOf: value.prefix(count))
  }
  package mutating func optional(_ value: [UInt8]?) {
    byte(value == nil ? 0 : 1)
    if let value { prefixed(value) }
  }
}

package struct ByteDecoder {
  private var rest: ArraySlice<UInt8>
  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  package var isAtEnd: Bool { rest.isEmpty }

  package mutating func fixed(_ count: Int) -> [UInt8]? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
  package mutating func byte() -> UInt8? { rest.popFirst() }
  package mutating func uint32() -> UInt32? { fixed(4)?.reduce(0) { $0 << 8 | UInt32($1) } }
  package mutating func int64() -> Int64? {
    fixed(8).map { Int64(bitPattern: $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }) }
  }
  package mutating func prefixed() -> [UInt8]? {
    guard let high = byte(), let low = byte() else { return nil }
    return fixed(Int(high) << 8 | Int(low))
  }
  /// Outer nil: malformed. Inner nil: absent.
  package mutating func optional() -> [UInt8]?? {
    switch byte() {
    case 0: .some(nil)
    case 1: prefixed().map { .some($0) }
    default: nil
    }
  }
}
