import OneDoorCrypto
import Testing

struct UnsoundKeyTests {
  @Test func `a point off the curve, at infinity or outside the field is refused (CVE-2017-16007, CVE-2016-9121)`()
    throws
  {
    guard case .p256(let x, let y) = try PrivateKey.generate(.ES256).publicKey.numbers else { return }
    var off = y
    off[31] ^= 1
    let field = hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff")
    let zero = [UInt8](repeating: 0, count: 32)
    let unsound: [([UInt8], [UInt8])] = [
      (x, off), (y, x), (zero, zero), (field, y), (x, field), ([], []), (Array(x.dropFirst()), y), ([0] + x, y),
    ]
    for (x, y) in unsound {
      #expect(throws: CryptoError.self) { try PublicKey(.p256(x: x, y: y)) }
    }
    #expect(throws: Never.self) { try PublicKey(.p256(x: x, y: y)) }
  }

  @Test func `an RSA modulus that is small, even, huge or padded is refused`() throws {
    guard case .rsa(let n, let e) = try PrivateKey.generate(.RS256).publicKey.numbers else { return }
    var even = n
    even[n.count - 1] &= 0xFE
    let small = [UInt8](repeating: 0xFF, count: 255)
    for modulus in [[], [0] + n, even, small, [0x7F] + small, [UInt8](repeating: 0xFF, count: 1025)] {
      #expect(throws: CryptoError.self) { try PublicKey(.rsa(n: modulus, e: e)) }
    }
  }

  @Test func `an RSA exponent that is 1, even, huge or padded is refused`() throws {
    guard case .rsa(let n, _) = try PrivateKey.generate(.RS256).publicKey.numbers else { return }
    let exponents: [[UInt8]] = [
      [], [0], [1], [2], [1, 0, 0], [0, 1, 0, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 0, 1],
    ]
    for exponent in exponents { #expect(throws: CryptoError.self) { try PublicKey(.rsa(n: n, e: exponent)) } }
    for exponent in [[3], [1, 0, 1]] as [[UInt8]] {
      #expect(throws: Never.self) { try PublicKey(.rsa(n: n, e: exponent)) }
    }
  }

  @Test func `PEM that is empty, doubled, encrypted, another curve or no key is refused`() throws {
    let pem = try PrivateKey.generate(.ES256).pem()
    for bad in [[], Array("-----BEGIN PRIVATE KEY-----\n".utf8), pem + pem, [UInt8](repeating: 0x2D, count: 1 << 20)] {
      #expect(throws: CryptoError.self) { try PrivateKey(pem: bad) }
    }
    for bad in [SamplePEM.p384, SamplePEM.ed25519, SamplePEM.encrypted] {
      #expect(throws: CryptoError.self) { try PrivateKey(pem: Array(bad.utf8)) }
    }
  }

  @Test func `a private number that does not belong to its public one is refused`() throws {
    // PKCS#8 with the private number 1 beside somebody else's point.
    let pem = Array(SamplePEM.mismatched.utf8)
    #expect(throws: CryptoError.self) { try PrivateKey(pem: pem) }
  }
}
