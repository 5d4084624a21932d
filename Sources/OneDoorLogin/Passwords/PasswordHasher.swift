import OneDoorCrypto
package import OneDoorRules
import Synchronization

package enum HashingError: Error, Equatable, Sendable {
  /// The queue is full: come again.
  case busy(retryAfter: Seconds)
  /// Memory, randomness or threads are short. Says nothing about the password.
  case unavailable(String)
  /// The stored hash cannot be read.
  case corrupt
}

/// Hashes and verifies passwords by Argon2id on threads of its own.
package struct PasswordHasher: Sendable {
  private let cost: PasswordCost
  private let threads: HashingThreads
  /// What a password is hashed against where there is no account: the same work, and nothing it could match.
  private let nobody: PHCString
  private let done = Done()

  package init(
    cost: PasswordCost = .standard, threads: Int = 1, queueDepth: Int = 128
  ) throws(HashingError) {
    self.cost = cost
    self.threads = try HashingThreads(count: threads, queueDepth: queueDepth)
    nobody = PHCString(
      cost: cost, salt: try Self.drawn(Argon2id.saltByteCount), hash: try Self.drawn(Argon2id.hashByteCount))
  }

  /// A PHC string for a new password. The caller has asked `PasswordPolicy` before.
  package func hash(_ password: String) async throws(HashingError) -> String {
    guard let text = PasswordText(password), !text.isTooLong else { throw .unavailable("a password over the limit") }
    let salt = try Self.drawn(Argon2id.saltByteCount)
    let cost = cost
    let bytes = text.bytes
    let hash = try await work { Argon2id.hash(bytes, salt: salt, cost: cost, count: Argon2id.hashByteCount) }
    return PHCString(cost: cost, salt: salt, hash: hash).text
  }

  /// Whether the password is the one behind `phc`. Without one (an unknown account, no password set) the same work is
  /// done and the answer is no; so it is for a password longer than any.
  package func verify(_ password: String, against phc: String?) async throws(HashingError) -> Bool {
    let text = PasswordText(password)
    let bytes = text?.bytes ?? []
    let canMatch = text.map { !$0.isTooLong } ?? false
    guard let phc else {
      _ = try await isMatch(bytes, nobody, spelled: nobody.text)
      return false
    }
    guard let stored = PHCString(phc) else { throw .corrupt }
    let isMatch = try await isMatch(bytes, stored, spelled: phc)
    return isMatch && canMatch
  }

  /// Whether this hash would be made otherwise today: another cost, or another tool's.
  package func isOutdated(_ phc: String) -> Bool {
    guard let stored = PHCString(phc) else { return false }
    return stored.cost != cost || stored.lanes != 1 || stored.salt.count != Argon2id.saltByteCount
      || stored.hash.count != Argon2id.hashByteCount
  }

  /// Hashes computed so far.
  package var hashCount: Int { done.count.load(ordering: .relaxed) }

  private func isMatch(_ password: [UInt8], _ stored: PHCString, spelled: String) async throws(HashingError) -> Bool {
    try await work {
      guard stored.lanes == 1, stored.salt.count == Argon2id.saltByteCount else {
        return Argon2id.isMatch(password, foreign: spelled)
      }
      return Argon2id.hash(password, salt: stored.salt, cost: stored.cost, count: stored.hash.count)
        .map { constantTimeEquals($0, stored.hash) }
    }
  }

  private func work<Value: Sendable>(_ body: @escaping @Sendable () -> Value?) async throws(HashingError) -> Value {
    let done = done
    let answer = await threads.run { () -> Value? in
      defer { done.count.add(1, ordering: .relaxed) }
      return body()
    }
    // A full queue empties within seconds at 17 ms a hash.
    guard let answer else { throw .busy(retryAfter: 5) }
    guard let value = answer else { throw .unavailable("Argon2id could not run, for want of memory most likely") }
    return value
  }

  private static func drawn(_ count: Int) throws(HashingError) -> [UInt8] {
    do { return try SecureRandom.bytes(count) } catch { throw .unavailable("no randomness") }
  }

  private final class Done: Sendable { let count = Atomic<Int>(0) }
}
