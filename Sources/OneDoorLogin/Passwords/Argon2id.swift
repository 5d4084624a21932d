import CSodium

/// Argon2id (RFC 9106) as libsodium computes it. Nil where it could not: memory, above all. That must never be read as
/// "the password is wrong".
enum Argon2id {
  static let saltByteCount = 16
  static let hashByteCount = 32

  private static let isReady = sodium_init() >= 0

  static func hash(_ password: [UInt8], salt: [UInt8], cost: PasswordCost, count: Int) -> [UInt8]? {
    guard isReady, salt.count == saltByteCount else { return nil }
    var hash = [UInt8](repeating: 0, count: count)
    let result = withCharacters(of: password) { characters, length in
      crypto_pwhash_argon2id(
        &hash, UInt64(count), characters, length, salt, UInt64(cost.passes), Int(cost.memoryKiB) * 1024,
        crypto_pwhash_argon2id_ALG_ARGON2ID13)
    }
    return result == 0 ? hash : nil
  }

  /// For hashes that were not made here (several lanes, another length of salt), by libsodium's own reader, which
  /// compares in constant time.
  static func isMatch(_ password: [UInt8], foreign phc: String) -> Bool? {
    guard isReady else { return nil }
    return withCharacters(of: password) { crypto_pwhash_argon2id_str_verify(phc, $0, $1) == 0 }
  }

  private static func withCharacters<Result>(
    of bytes: [UInt8], _ body: (UnsafePointer<CChar>, UInt64) -> Result
  ) -> Result {
    // One byte more than is read, so that an empty password has an address too.
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    return characters.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return withUnsafePointer(to: CChar(0)) { body($0, 0) } }
      return body(start, UInt64(bytes.count))
    }
  }
}
