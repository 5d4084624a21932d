import COpenSSL

/// Moduli that are known to be factorable although they look sound.
enum RSAWeakModulus {
  /// CVE-2017-15361: the primes of one chip maker's library are powers of 65537 modulo a product of small primes, and
  /// so is their product. An honest modulus passes for such a one with a chance of about 2⁻²⁷.
  static func isROCA(_ modulus: OpaquePointer) -> Bool {
    primes.allSatisfy { prime in
      let remainder = BN_mod_word(modulus, prime)
      var power: UInt = 1
      repeat {
        if power == remainder { return true }
        power = power * (65537 % prime) % prime
      } while power != 1
      return false
    }
  }

  private static let primes: [UInt] = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157]
}
