package import OneDoorCrypto
package import OneDoorRules
import Synchronization

/// Counts guesses at names that nobody has, so that they are answered like those of real accounts. In memory and bounded:
/// strangers add no row. What it costs: after a restart, or 10,000 failed guesses at other names, a name that nobody has
/// starts again from nothing where an account would not.
package final class UnknownNameCounters: Sendable {
  package struct Key: Hashable, Sendable { let bytes: [UInt8] }

  private struct State {
    var counters: [Key: GuessCounters] = [:]
    /// The keys in order of their first failure; once full, `next` is the oldest.
    var order: [Key] = []
    var next = 0
  }

  private let capacity: Int
  /// Random, so that nobody can choose names that meet in one entry, and a memory dump shows no names.
  private let mac: HMACSHA256
  private let state = Mutex(State())

  package init(capacity: Int = 10_000) throws(CryptoError) {
    self.capacity = max(1, capacity)
    mac = HMACSHA256(key: try SecureRandom.bytes(32))
  }

  package func key(for name: String) -> Key { Key(bytes: Array(mac.code(for: Array(name.utf8)).prefix(16))) }

  package func counters(_ key: Key) -> GuessCounters { state.withLock { $0.counters[key] } ?? GuessCounters() }

  package func recordFailure(_ key: Key, at now: UnixTime) {
    state.withLock { state in
      if state.counters[key] == nil {
        if state.order.count < capacity {
          state.order.append(key)
        } else {
          state.counters[state.order[state.next]] = nil
          state.order[state.next] = key
          state.next = (state.next + 1) % capacity
        }
      }
      state.counters[key] = (state.counters[key] ?? GuessCounters()).failed(in: .stranger, at: now)
    }
  }

  package var count: Int { state.withLock { $0.counters.count } }
}
