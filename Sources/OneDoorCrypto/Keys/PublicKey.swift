import COpenSSL

/// A public key that was found sound when it was made, and verifies by one algorithm only.
package struct PublicKey: Sendable {
  /// As JWK has them (RFC 7518 §6): big-endian; coordinates of 32 bytes each, n and e without leading zeros.
  package enum Numbers: Sendable, Hashable {
    case p256(x: [UInt8], y: [UInt8])
    case rsa(n: [UInt8], e: [UInt8])
  }

  package let algorithm: SignatureAlgorithm
  package let numbers: Numbers
  private let key: LibraryKey

  package init(_ numbers: Numbers) throws(CryptoError) {
    self.numbers = numbers
    switch numbers {
    case .p256(let x, let y):
      algorithm = .ES256
      key = LibraryKey(try PublicKeyNumbers.p256(x: x, y: y), .ES256, for: .verify)
    case .rsa(let n, let e):
      algorithm = .RS256
      key = LibraryKey(try PublicKeyNumbers.rsa(n: n, e: e), .RS256, for: .verify)
    }
  }

  package init(pem: [UInt8]) throws(CryptoError) {
    let raw = try PEM.readPublicKey(pem)
    defer { EVP_PKEY_free(raw) }
    try self.init(PublicKeyNumbers.numbers(of: raw))
  }

  package func pem() throws(CryptoError) -> [UInt8] { try PEM.writePublicKey(key.raw) }

  /// A signature of the wrong length or form is just not valid.
  package func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    switch numbers {
    case .p256:
      guard let der = ECDSASignature.der(fromRaw: signature) else { return false }
      return key.verify(der, for: message)
    case .rsa(let n, _):
      return signature.count == n.count && key.verify(signature, for: message)
    }
  }
}

extension PublicKey: Hashable {
  package static func == (a: PublicKey, b: PublicKey) -> Bool { a.numbers == b.numbers }
  package func hash(into hasher: inout Hasher) { hasher.combine(numbers) }
}
