/// HKDF with SHA-256 (RFC 5869): as many independent keys from one secret as there are `info`s.
package enum HKDF {
  package static func sha256(
    secret: [UInt8], salt: [UInt8], info: [UInt8], count: Int
  ) throws(CryptoError) -> [UInt8] {
    // Per RFC 5869 §2.3: L ≤ 255 * HashLen.
    guard (1...255 * SHA256.byteCount).contains(count) else { throw .failed("HKDF of \(count) bytes") }
    // An absent salt is HashLen zeros (§2.2), which HMAC's own padding makes of an empty key.
    let expand = HMACSHA256(key: HMACSHA256(key: salt).code(for: secret))
    var output: [UInt8] = []
    output.reserveCapacity(count + SHA256.byteCount)
    var block: [UInt8] = []
    var number: UInt8 = 0
    while output.count < count {
      number += 1
      block = expand.code(for: block + info + [number])
      output += block
    }
    return Array(output.prefix(count))
  }
}
