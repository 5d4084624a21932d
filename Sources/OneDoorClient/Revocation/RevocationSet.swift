import OneDoorJOSE
package import OneDoorMessages

/// What has ended, as far as the feed has told (DESIGN.md §7). Pure: time is handed in.
///
/// Entries are only ever added, until no token they concern can be valid any more: a handle is drawn at random and
/// never lives again, so a message that comes late, twice, or from a provider restored from an older backup can end
/// more, and can never bring anything back.
package struct RevocationSet: Sendable {
  package enum Outcome: Sendable, Equatable {
    /// The chain holds: what the provider knows up to the message's `upto` is in this set.
    case applied
    /// An older message of the chain. Nothing is missing.
    case known
    /// Something lies between this set and the message: a snapshot is needed.
    case gap
    /// For another department, or from another provider.
    case foreign
  }

  package let issuer: String
  package let department: String
  package private(set) var incarnation: String?
  package private(set) var epoch: Int64 = 0
  /// The provider's time in the newest message of the chain.
  package private(set) var time: Int64 = 0
  private let skew: Int64
  private var ended: [EndedHandle: Int64] = [:]
  private var cutOffs: [RevocationMessage.CutOff] = []
  private var lastPruned: Int64 = 0

  private static let pruningInterval: Int64 = 30

  package init(issuer: String, department: String, skew: Int64) {
    self.issuer = issuer
    self.department = department
    self.skew = skew
  }

  package var count: Int { ended.count + cutOffs.count }

  package mutating func apply(_ message: RevocationMessage, now: Int64) -> Outcome {
    guard message.issuer.hasSameBytes(as: issuer), message.audience.hasSameBytes(as: department) else {
      return .foreign
    }
    let outcome = step(message)
    merge(message)
    if case .applied = outcome {
      incarnation = message.incarnation
      epoch = message.upto
      time = max(time, message.time)
      prune(at: min(message.time, now))
    }
    return outcome
  }

  /// Whether a token has been ended: by its session, by itself, or by a cut-off after it was issued.
  package func hasEnded(sessionID: String?, tokenID: String, issuedAt: Int64, clientID: String? = nil) -> Bool {
    if let sessionID, ended[.sid(sessionID)] != nil { return true }
    return ended[.jti(tokenID)] != nil
      || cutOffs.contains { cutOff in
        guard issuedAt < cutOff.issuedBefore else { return false }
        // A token that another department uses here may be cut off alone.
        return cutOff.clientID.map { $0.hasSameBytes(as: clientID ?? "") } ?? true
      }
  }

  private func step(_ message: RevocationMessage) -> Outcome {
    let isSameChain = incarnation.map { $0.hasSameBytes(as: message.incarnation) } ?? false
    if message.after == 0 {
      if isSameChain { return message.upto >= epoch ? .applied : .known }
      // Another chain, newer than ours by the provider's own clock; an older one is a replay.
      return message.time >= time - skew ? .applied : .gap
    }
    guard isSameChain else { return .gap }
    if message.after == epoch { return .applied }
    return message.upto <= epoch ? .known : .gap
  }

  private mutating func merge(_ message: RevocationMessage) {
    for entry in message.ended { ended[entry.handle] = max(entry.until, ended[entry.handle] ?? 0) }
    for cutOff in message.cutOffs where !cutOffs.contains(cutOff) { cutOffs.append(cutOff) }
  }

  /// By the slower of two clocks: one that runs away, here or there, must not make us forget too early.
  private mutating func prune(at time: Int64) {
    guard time >= lastPruned + RevocationSet.pruningInterval || time < lastPruned else { return }
    lastPruned = time
    let horizon = time - skew
    ended = ended.filter { $0.value >= horizon }
    cutOffs.removeAll { $0.until < horizon }
  }
}
