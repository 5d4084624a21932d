/// Byte strings one after another, each behind its length: what is sealed has one reading only.
struct ByteFields: Sendable {
  private(set) var bytes: [UInt8]
  private var place = 0

  init() { bytes = [] }

  /// To read.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Longer than 64 KiB does not fit any cookie: it is cut, and then does not open.
  mutating func append(_ field: [UInt8]) {
    let length = min(field.count, Int(UInt16.max))
    bytes.append(UInt8(length >> 8))
    bytes.append(UInt8(length & 255))
    bytes += field.prefix(length)
  }

  mutating func append(_ number: Int64) {
    append((0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * Int64($0))) })
  }

  mutating func next() -> [UInt8]? {
    guard place + 2 <= bytes.count else { return nil }
    let length = Int(bytes[place]) << 8 | Int(bytes[place + 1])
    guard place + 2 + length <= bytes.count else { return nil }
    defer { place += 2 + length }
    return Array(bytes[place + 2..<place + 2 + length])
  }

  mutating func nextText() -> String? { next().flatMap { String(validating: $0, as: UTF8.self) } }

  mutating func nextNumber() -> Int64? {
    guard let field = next(), field.count == 8 else { return nil }
    return field.reduce(0) { $0 << 8 | Int64($1) }
  }

  var isAtEnd: Bool { place == bytes.count }
}
