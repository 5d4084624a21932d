import COpenSSL

/// ES256 by libcrypto alone, over a message as long as a token's, on contexts made once.
final class RawSignature {
  private let key: OpaquePointer
  private let signing: OpaquePointer
  private let verifying: OpaquePointer
  private let message = [UInt8](repeating: 0x61, count: 600)
  private var signature = [UInt8](repeating: 0, count: 72)
  private var signatureCount = 0
  private var digest = [UInt8](repeating: 0, count: 32)

  init() throws {
    var raw: OpaquePointer?
    guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else { throw BenchFailure("libcrypto has no EC") }
    defer { EVP_PKEY_CTX_free(context) }
    guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
      EVP_PKEY_generate(context, &raw) == 1, let raw
    else { throw BenchFailure("libcrypto makes no key") }
    key = raw
    guard let signing = EVP_PKEY_CTX_new(raw, nil), let verifying = EVP_PKEY_CTX_new(raw, nil),
      EVP_PKEY_sign_init(signing) == 1, EVP_PKEY_CTX_set_signature_md(signing, EVP_sha256()) == 1,
      EVP_PKEY_verify_init(verifying) == 1, EVP_PKEY_CTX_set_signature_md(verifying, EVP_sha256()) == 1
    else { throw BenchFailure("libcrypto makes no context") }
    self.signing = signing
    self.verifying = verifying
    try sign()
    try verify()
  }

  deinit {
    EVP_PKEY_CTX_free(signing)
    EVP_PKEY_CTX_free(verifying)
    EVP_PKEY_free(key)
  }

  func sign() throws {
    SHA256(message, message.count, &digest)
    signatureCount = signature.count
    guard EVP_PKEY_sign(signing, &signature, &signatureCount, digest, digest.count) == 1 else {
      throw BenchFailure("libcrypto does not sign")
    }
  }

  func verify() throws {
    SHA256(message, message.count, &digest)
    guard EVP_PKEY_verify(verifying, signature, signatureCount, digest, digest.count) == 1 else {
      throw BenchFailure("libcrypto does not verify")
    }
  }
}
