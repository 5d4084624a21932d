package import OneDoorRules

package protocol RevocationStore: Sendable {
  /// Carries out an end in one unit of work: one numbered event, one ended row per participation (or one cut-off row),
  /// the rows themselves removed where they are few. Returns what ended; an order that hits nothing raises no event. A
  /// cut-off is always raised: tokens without a session (client_credentials) may be out. It ends what was begun before
  /// it in the order of commits, whatever the clocks said; departments are told "issued before the next second".
  func end(_ order: EndOrder) async throws(StoreError) -> EndOutcome

  /// What `end` would end now, without ending it. Both take in sessions that are idle, since an idle limit that is raised
  /// would bring them back, and leave out those past their absolute end, which nothing brings back.
  func preview(_ scope: EndScope, at now: UnixTime) async throws(StoreError) -> [SessionSummary]

  /// The number of the last committed event.
  func epoch() async throws(StoreError) -> Int64

  /// The ends after `epoch`, whole events only, up to about `limit` rows; the log's own `epoch` says how far it goes.
  func log(after epoch: Int64, limit: Int) async throws(StoreError) -> RevocationLog

  /// Whether this token was revoked by its `jti`.
  func isRevoked(jti: String, department: DepartmentID) async throws(StoreError) -> Bool
}

package struct EndOutcome: Sendable, Equatable {
  /// Nil where nothing ended.
  package let epoch: Int64?
  package let endedParticipations: Int

  package init(epoch: Int64?, endedParticipations: Int) {
    self.epoch = epoch
    self.endedParticipations = endedParticipations
  }
}

extension EndOutcome {
  package static let nothing = EndOutcome(epoch: nil, endedParticipations: 0)
}

extension EndOrder {
  /// Times are whole seconds, and a token issued in the very second of a cut-off may be older than it: so the next second
  /// is the first to be believed. The price is that a token issued just after it is refused once, too.
  package var issuedBefore: UnixTime { at + 1 }
}
