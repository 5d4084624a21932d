package import OneDoorMessages
import Synchronization

/// The set of what has ended, and how long ago the provider was last heard.
package final class RevocationState: Sendable {
  private struct State {
    var set: RevocationSet
    var lastHeard: ContinuousClock.Instant?
  }

  private let state: Mutex<State>
  private let maxStaleness: Duration
  private let skew: Int64

  package init(issuer: String, department: String, maxStaleness: Duration, skew: Int64) {
    state = Mutex(State(set: RevocationSet(issuer: issuer, department: department, skew: skew)))
    self.maxStaleness = maxStaleness
    self.skew = skew
  }

  /// A message counts as word from the provider if it continues the chain, is no older than the newest one, and its time
  /// is about ours: played again, or held back on the way, it would pretend that all is well.
  package func apply(
    _ message: RevocationMessage, now: Int64, at instant: ContinuousClock.Instant
  ) -> RevocationSet.Outcome {
    let horizon = now - skew - maxStaleness.components.seconds
    return state.withLock { state in
      let newest = state.set.time
      let outcome = state.set.apply(message, now: now)
      if outcome == .applied, message.time >= newest, message.time >= horizon, message.time <= now + skew {
        state.lastHeard = instant
      }
      return outcome
    }
  }

  package func verdict(
    sessionID: String?, tokenID: String, issuedAt: Int64, clientID: String? = nil, at instant: ContinuousClock.Instant
  ) -> Verdict {
    state.withLock { state in
      if state.set.hasEnded(sessionID: sessionID, tokenID: tokenID, issuedAt: issuedAt, clientID: clientID) {
        return .ended
      }
      guard let lastHeard = state.lastHeard, instant - lastHeard <= maxStaleness else { return .undecided }
      return .valid
    }
  }

  package var isHeard: Bool { state.withLock { $0.lastHeard != nil } }
}
