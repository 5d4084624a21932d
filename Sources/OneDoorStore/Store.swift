package import OneDoorRules

/// Everything storage promises, one small protocol per aggregate. Every write is one unit of work that re-checks, in its
/// own transaction, what the caller's decision stood on; what it acknowledges survives a power cut.
package protocol Store: DepartmentStore, PersonStore, CredentialStore, SessionStore, ParticipationStore, CodeStore,
  RefreshStore, AssertionStore, RevocationStore, StoreUpkeep
{}

/// The store's identity and its house-keeping.
package protocol StoreUpkeep: Sendable {
  /// 128 random bits in base64url, new at create, restore and forced fail-over.
  func incarnation() async throws(StoreError) -> String

  /// Remembers the check value of the pairwise key at first use; false if another key was used with this store before.
  func bind(pairwiseCheck: [UInt8]) async throws(StoreError) -> Bool

  /// Removes up to `limit` rows that are past their time (codes, assertions, sessions, ended handles, cut-offs) or cut
  /// off, in one short unit. Returns how many went; 0 means that nothing is left to do.
  func sweep(at now: UnixTime, idle: Seconds, limit: Int) async throws(StoreError) -> Int
}
