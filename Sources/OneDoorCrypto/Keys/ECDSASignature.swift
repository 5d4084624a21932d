/// JOSE writes an ECDSA signature as r ‖ s (RFC 7518 §3.4), libcrypto as DER. Whether r and s are in range is left to
/// libcrypto, which refuses 0 and anything from the group order up.
enum ECDSASignature {
  static let rawByteCount = 64
  /// SEQUENCE of two INTEGERs of at most 33 bytes.
  static let maximumDERByteCount = 72

  static func der(fromRaw raw: [UInt8]) -> [UInt8]? {
    guard raw.count == rawByteCount else { return nil }
    var der: [UInt8] = [0x30, 0]
    der.reserveCapacity(maximumDERByteCount)
    for part in [raw[..<32], raw[32...]] {
      let digits = part.drop { $0 == 0 }
      let first = digits.first ?? 0x80
      der.append(0x02)
      // A first bit set would mean a negative number, and zero is written as one zero byte.
      let padded = first & 0x80 != 0
      der.append(UInt8(digits.count + (padded ? 1 : 0)))
      if padded { der.append(0) }
      der += digits
    }
    der[1] = UInt8(der.count - 2)
    return der
  }

  static func raw(fromDER der: [UInt8]) -> [UInt8]? {
    guard der.count >= 2, der[0] == 0x30, Int(der[1]) == der.count - 2 else { return nil }
    var raw: [UInt8] = []
    raw.reserveCapacity(rawByteCount)
    var rest = der[2...]
    for _ in 0..<2 {
      guard rest.popFirst() == 0x02, let count = rest.popFirst(), Int(count) <= rest.count else { return nil }
      let digits = rest.prefix(Int(count)).drop { $0 == 0 }
      guard digits.count <= 32 else { return nil }
      rest = rest.dropFirst(Int(count))
      raw += repeatElement(0, count: 32 - digits.count)
      raw += digits
    }
    return rest.isEmpty ? raw : nil
  }
}
