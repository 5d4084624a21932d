/// What can go wrong with storage. A closed set: each endpoint answers every case.
package enum StoreError: Error, Equatable, Sendable {
  /// A guard failed: what the decision stood on is no longer so. Load and decide once more, then refuse.
  case stale
  /// Something with this name exists already; the value says what.
  case taken(String)
  /// Storage cannot answer now: full, an I/O error, shutting down. Nothing was promised.
  case unavailable(String)
  /// A row does not decode: refused rather than guessed at.
  case corrupt(String)
}
