import COpenSSL

/// PEM (RFC 7468) through libcrypto, with what it leaves open closed: one block, of a bounded size, never a question
/// for a pass phrase on the terminal.
enum PEM {
  private static let maximumByteCount = 16 * 1024

  static func readPrivateKey(_ pem: [UInt8]) throws(CryptoError) -> OpaquePointer {
    try read(pem, "private key") { PEM_read_bio_PrivateKey($0, nil, { _, _, _, _ in -1 }, nil) }
  }

  static func readPublicKey(_ pem: [UInt8]) throws(CryptoError) -> OpaquePointer {
    try read(pem, "public key") { PEM_read_bio_PUBKEY($0, nil, { _, _, _, _ in -1 }, nil) }
  }

  static func writePrivateKey(_ key: OpaquePointer) throws(CryptoError) -> [UInt8] {
    try write { PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) == 1 }
  }

  static func writePublicKey(_ key: OpaquePointer) throws(CryptoError) -> [UInt8] {
    try write { PEM_write_bio_PUBKEY($0, key) == 1 }
  }

  private static func read(
    _ pem: [UInt8], _ what: String, _ parse: (OpaquePointer) -> OpaquePointer?
  ) throws(CryptoError) -> OpaquePointer {
    guard pem.count <= maximumByteCount else { throw .malformedKey("a PEM file of more than 16 KiB") }
    // A second block would be silently left out, and which of the two is meant is anybody's guess.
    guard Libcrypto.isReady, blockCount(pem) == 1 else { throw .malformedKey("not exactly one PEM block") }
    let key: OpaquePointer? = pem.withUnsafeBytes { bytes in
      guard let memory = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count)) else { return nil }
      defer { BIO_free(memory) }
      return parse(memory)
    }
    ERR_clear_error()
    guard let key else { throw .malformedKey("not an unencrypted \(what) in PEM") }
    return key
  }

  private static func blockCount(_ pem: [UInt8]) -> Int {
    let marker = Array("-----BEGIN ".utf8)
    guard pem.count >= marker.count else { return 0 }
    return (0...pem.count - marker.count).count { pem[$0] == marker[0] && pem[$0...].starts(with: marker) }
  }

  private static func write(_ print: (OpaquePointer) -> Bool) throws(CryptoError) -> [UInt8] {
    // The secure kind wipes its memory when it is freed.
    guard let memory = BIO_new(BIO_s_secmem()) else { throw .failed("BIO_new") }
    defer { BIO_free(memory) }
    guard print(memory) else {
      ERR_clear_error()
      throw .failed("writing PEM")
    }
    var pem: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while case let count = Int(BIO_read(memory, &piece, Int32(piece.count))), count > 0 { pem += piece.prefix(count) }
    return pem
  }
}
