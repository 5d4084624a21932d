import COpenSSL

/// A private key, with the public half it was proved to belong to.
package struct PrivateKey: Sendable {
  package let publicKey: PublicKey
  private let key: LibraryKey

  package var algorithm: SignatureAlgorithm { publicKey.algorithm }

  package static func generate(_ algorithm: SignatureAlgorithm) throws(CryptoError) -> PrivateKey {
    let type =
      switch algorithm {
      case .ES256: "EC"
      case .RS256: "RSA"
      }
    guard Libcrypto.isReady, let context = EVP_PKEY_CTX_new_from_name(nil, type, nil) else {
      throw .failed("key generation")
    }
    defer { EVP_PKEY_CTX_free(context) }
    var ready = EVP_PKEY_keygen_init(context) == 1
    switch algorithm {
    case .ES256: ready = ready && EVP_PKEY_CTX_set_group_name(context, "P-256") == 1
    case .RS256: ready = ready && EVP_PKEY_CTX_set_rsa_keygen_bits(context, 3072) == 1
    }
    var raw: OpaquePointer?
    guard ready, EVP_PKEY_generate(context, &raw) == 1, let raw else {
      ERR_clear_error()
      throw .failed("key generation")
    }
    return try PrivateKey(takingOver: raw)
  }

  /// One unencrypted block, PKCS#8 or an older form that libcrypto reads.
  package init(pem: [UInt8]) throws(CryptoError) { try self.init(takingOver: PEM.readPrivateKey(pem)) }

  private init(takingOver raw: OpaquePointer) throws(CryptoError) {
    do throws(CryptoError) {
      publicKey = try PublicKey(PublicKeyNumbers.numbers(of: raw))
    } catch {
      EVP_PKEY_free(raw)
      throw error
    }
    key = LibraryKey(raw, publicKey.algorithm, for: .sign)
    // A file can hold a private number that does not belong to its public one. libcrypto's own check of an RSA key
    // looks for primes and takes 100 ms; one signature finds the same fault in 2.
    let probe = Array("onedoor/key-check".utf8)
    guard publicKey.isValid(try sign(probe), for: probe) else {
      throw .malformedKey("its private and public parts do not belong together")
    }
  }

  /// PKCS#8.
  package func pem() throws(CryptoError) -> [UInt8] { try PEM.writePrivateKey(key.raw) }

  package func sign(_ message: [UInt8]) throws(CryptoError) -> [UInt8] {
    switch publicKey.numbers {
    case .p256:
      guard let der = key.sign(message, maximumCount: ECDSASignature.maximumDERByteCount),
        let raw = ECDSASignature.raw(fromDER: der)
      else { throw .failed("ES256 signature") }
      return raw
    case .rsa(let n, _):
      guard let signature = key.sign(message, maximumCount: n.count) else { throw .failed("RS256 signature") }
      return signature
    }
  }
}

extension PrivateKey: CustomStringConvertible, CustomReflectable {
  package var description: String { "PrivateKey(\(algorithm), redacted)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
