import COpenSSL

/// libcrypto as this process uses it.
enum Libcrypto {
  /// By itself libcrypto frees its tables and locks when the process exits, while threads that still verify something use
  /// them: a fault in the last millisecond. The kernel takes the memory back anyway. It must be said before the first
  /// use, so that whatever makes a context or draws bytes asks for this.
  static let isReady = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil) == 1
}
