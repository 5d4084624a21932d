/// The times and sizes that an administrator may set; every decision takes them as a value.
package struct Policy: Sendable, Equatable {
  package var sessionIdle: Seconds = .minutes(30)
  package var sessionAbsolute: Seconds = .hours(12)
  package var accessTokenLife: Seconds = .minutes(5)
  package var idTokenLife: Seconds = .minutes(5)
  package var codeLife: Seconds = 60
  /// How long a proven or shown step of a login may take.
  package var journeyLife: Seconds = .minutes(30)
  package var minimumPasswordLength: Int = 12

  /// Clock difference that is tolerated everywhere.
  package static let clockSkew: Seconds = 60
  /// A rotated token may be presented again while its successor is unused: a lost reply must not end a session.
  package static let refreshReplayWindow: Seconds = 60
  /// A steady refresh writes the time of last use at most this often.
  package static let activityGrain: Seconds = .minutes(5)
  package static let assertionLife: Seconds = .hours(1)

  package init() {}

  /// The longest life that a token can be configured to have.
  package static let longestTokenLife: Seconds = .hours(1)

  /// Until when an end at `now` must be remembered: the longest token that can be about, and the skew. Not the life in
  /// force, since tokens from before it was shortened would outlive the memory of their end.
  package func rememberUntil(from now: UnixTime) -> UnixTime { now + Policy.longestTokenLife + Policy.clockSkew }
}
