import CSodium

/// Argon2id by libsodium alone, with the parameters of new passwords: 19 MiB, t = 2, p = 1.
struct RawArgon2id {
  private let password = "a plain sentence for citizen 1".utf8.map { CChar(bitPattern: $0) }
  private let salt = [UInt8](repeating: 7, count: 16)

  init() throws {
    guard sodium_init() >= 0 else { throw BenchFailure("libsodium does not start") }
  }

  func hash() throws {
    var hash = [UInt8](repeating: 0, count: 32)
    let code = crypto_pwhash_argon2id(
      &hash, UInt64(hash.count), password, UInt64(password.count), salt, 2, 19_456 * 1024,
      crypto_pwhash_argon2id_ALG_ARGON2ID13)
    guard code == 0 else { throw BenchFailure("libsodium does not hash") }
  }
}
