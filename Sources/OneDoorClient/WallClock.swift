import Glibc

/// The two clocks the library reads: wall-clock seconds for what tokens say of time, and a clock that only goes forward
/// (also through sleep) for how old the last word of the feed is. Tests hand in their own.
package struct Clocks: Sendable {
  package let unixTime: @Sendable () -> Int64
  package let monotonic: @Sendable () -> ContinuousClock.Instant

  package init(
    unixTime: @escaping @Sendable () -> Int64, monotonic: @escaping @Sendable () -> ContinuousClock.Instant
  ) {
    self.unixTime = unixTime
    self.monotonic = monotonic
  }

  package static let system = Clocks(
    unixTime: { Int64(time(nil)) },
    monotonic: { ContinuousClock.now })
}
