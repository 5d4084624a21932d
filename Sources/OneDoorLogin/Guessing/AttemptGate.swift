package import OneDoorRules
import Synchronization

/// Lets one attempt per account in at a time. Without it many guesses sent at once would all be judged by the same count
/// and all be looked at (CVE-2019-5421).
package final class AttemptGate: Sendable {
  package enum Account: Hashable, Sendable {
    case person(PersonID)
    case unknown(UnknownNameCounters.Key)
  }

  private let inFlight = Mutex<Set<Account>>([])

  package init() {}

  /// Whoever gets true must `leave`.
  package func enter(_ account: Account) -> Bool { inFlight.withLock { $0.insert(account).inserted } }

  package func leave(_ account: Account) { inFlight.withLock { _ = $0.remove(account) } }
}
