import COpenSSL

/// AES-256-GCM with a random nonce in front: nonce(12) ‖ ciphertext ‖ tag(16).
///
/// Random nonces allow 2³² seals under a key (NIST SP 800-38D §8.3); whoever seals by the million derives a key a day.
package struct AES256GCM: Sendable {
  package static let keyByteCount = 32
  package static let overhead = nonceByteCount + tagByteCount

  private static let nonceByteCount = 12
  private static let tagByteCount = 16

  private let sealing: ContextPool
  private let opening: ContextPool

  package init(key: [UInt8]) throws(CryptoError) {
    guard key.count == Self.keyByteCount else { throw .malformedKey("AES-256 needs 32 bytes, not \(key.count)") }
    sealing = Self.pool(key: key, encrypting: 1)
    opening = Self.pool(key: key, encrypting: 0)
  }

  package func seal(_ plaintext: [UInt8], authenticating: [UInt8]) throws(CryptoError) -> [UInt8] {
    let nonce = try SecureRandom.bytes(Self.nonceByteCount)
    guard let length = Int32(exactly: plaintext.count), let added = Int32(exactly: authenticating.count) else {
      throw .failed("AES-GCM of more than 2 GiB")
    }
    let sealed = sealing.lend { context -> ([UInt8], Bool) in
      var done = false
      let sealed = [UInt8](unsafeUninitializedCapacity: plaintext.count + Self.overhead) { buffer, initialized in
        guard let start = buffer.baseAddress else { return }
        start.update(from: nonce, count: nonce.count)
        let body = start + nonce.count
        var written: Int32 = 0
        done =
          EVP_EncryptInit_ex2(context, nil, nil, nonce, nil) == 1
          && EVP_EncryptUpdate(context, nil, &written, authenticating, added) == 1
          && EVP_EncryptUpdate(context, body, &written, plaintext, length) == 1
          && EVP_EncryptFinal_ex(context, body + plaintext.count, &written) == 1
          && EVP_CIPHER_CTX_ctrl(
            context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagByteCount), body + plaintext.count) == 1
        initialized = done ? plaintext.count + Self.overhead : 0
      }
      return (sealed, done)
    }
    guard let sealed, !sealed.isEmpty else {
      ERR_clear_error()
      throw .failed("AES-GCM seal")
    }
    return sealed
  }

  /// Nil for whatever this key has not sealed with exactly these authenticated bytes.
  package func open(_ sealed: [UInt8], authenticating: [UInt8]) -> [UInt8]? {
    let count = sealed.count - Self.overhead
    guard count >= 0, let length = Int32(exactly: count), let added = Int32(exactly: authenticating.count) else {
      return nil
    }
    let opened = opening.lend { context -> ([UInt8]?, Bool) in
      var genuine = false
      var tag = Array(sealed.suffix(Self.tagByteCount))
      let plaintext = [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, initialized in
        sealed.withUnsafeBufferPointer { sealed in
          guard let nonce = sealed.baseAddress, let output = buffer.baseAddress else { return }
          var written: Int32 = 0
          genuine =
            EVP_DecryptInit_ex2(context, nil, nil, nonce, nil) == 1
            && EVP_DecryptUpdate(context, nil, &written, authenticating, added) == 1
            && EVP_DecryptUpdate(context, output, &written, nonce + Self.nonceByteCount, length) == 1
            && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagByteCount), &tag) == 1
            && EVP_DecryptFinal_ex(context, output + count, &written) == 1
        }
        initialized = genuine ? count : 0
      }
      // A context whose tag did not match starts afresh with the next nonce, like any other.
      return (genuine ? plaintext : nil, true)
    }
    guard let plaintext = opened ?? nil else {
      ERR_clear_error()
      return nil
    }
    return plaintext
  }

  private static func pool(key: [UInt8], encrypting: Int32) -> ContextPool {
    ContextPool(
      make: {
        guard Libcrypto.isReady, let context = EVP_CIPHER_CTX_new() else { return nil }
        guard EVP_CipherInit_ex2(context, EVP_aes_256_gcm(), key, nil, encrypting, nil) == 1 else {
          EVP_CIPHER_CTX_free(context)
          return nil
        }
        return Context(context)
      },
      free: { EVP_CIPHER_CTX_free($0.raw) })
  }
}
