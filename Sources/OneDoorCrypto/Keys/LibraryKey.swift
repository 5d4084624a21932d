import COpenSSL

/// An EVP_PKEY and the contexts that use it, freed together. The key serves all threads; a context one at a time.
final class LibraryKey: Sendable {
  enum Operation { case sign, verify }

  nonisolated(unsafe) let raw: OpaquePointer
  let algorithm: SignatureAlgorithm
  private let contexts: ContextPool

  /// Takes over the reference.
  init(_ raw: OpaquePointer, _ algorithm: SignatureAlgorithm, for operation: Operation) {
    self.raw = raw
    self.algorithm = algorithm
    let key = Context(raw)
    contexts = ContextPool(
      make: { Self.context(key.raw, algorithm, operation) },
      free: { EVP_PKEY_CTX_free($0.raw) })
  }

  deinit { EVP_PKEY_free(raw) }

  /// The signature in libcrypto's own form (DER for ECDSA), or nil.
  func sign(_ message: [UInt8], maximumCount: Int) -> [UInt8]? {
    let signature = contexts.lend { context -> ([UInt8]?, Bool) in
      var written = maximumCount
      var signed = false
      let signature = [UInt8](unsafeUninitializedCapacity: maximumCount) { buffer, initialized in
        signed = Self.withDigest(of: message) { EVP_PKEY_sign(context, buffer.baseAddress, &written, $0, $1) == 1 }
        initialized = signed ? written : 0
      }
      return (signed ? signature : nil, signed)
    }
    if signature ?? nil == nil { ERR_clear_error() }
    return signature ?? nil
  }

  func verify(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    let valid = contexts.lend { context in
      (Self.withDigest(of: message) { EVP_PKEY_verify(context, signature, signature.count, $0, $1) == 1 }, true)
    }
    if valid != true { ERR_clear_error() }
    return valid ?? false
  }

  private static func withDigest<Answer>(
    of message: [UInt8], _ use: (_ digest: UnsafePointer<UInt8>?, _ count: Int) -> Answer
  ) -> Answer {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SHA256.byteCount) { digest in
      message.withUnsafeBufferPointer { SHA256.digest($0, into: digest) }
      return use(UnsafePointer(digest.baseAddress), digest.count)
    }
  }

  private static func context(
    _ key: OpaquePointer, _ algorithm: SignatureAlgorithm, _ operation: Operation
  ) -> Context? {
    guard let context = EVP_PKEY_CTX_new(key, nil) else { return nil }
    var ready =
      switch operation {
      case .sign: EVP_PKEY_sign_init(context) == 1
      case .verify: EVP_PKEY_verify_init(context) == 1
      }
    if algorithm == .RS256 {
      ready = ready && EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1
    }
    ready = ready && EVP_PKEY_CTX_set_signature_md(context, EVP_sha256()) == 1
    guard ready else {
      EVP_PKEY_CTX_free(context)
      return nil
    }
    return Context(context)
  }
}
