/// Argon2id's work for a new hash. One lane, the only one that libsodium makes.
package struct PasswordCost: Sendable, Equatable {
  package let memoryKiB: UInt32
  package let passes: UInt32

  /// 19 MiB, two passes: 16-19 ms of one core (OWASP Password Storage Cheat Sheet, ASVS 11.4.2).
  package static let standard = PasswordCost(memoryKiB: 19_456, passes: 2)
  /// The least that Argon2id takes, for tests that are not about the cost.
  package static let lowest = PasswordCost(memoryKiB: 8, passes: 1)
}
