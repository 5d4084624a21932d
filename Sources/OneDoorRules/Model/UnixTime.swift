/// Whole seconds since 1970-01-01T00:00:00Z, the unit of every time on the wire (RFC 7519 §2, NumericDate).
///
/// Values from outside are range-checked when they are parsed (`init(checking:)`), so that adding a life to one cannot
/// overflow.
package struct UnixTime: Hashable, Comparable, Sendable {
  package let seconds: Int64

  package init(_ seconds: Int64) { self.seconds = seconds }

  /// The year 9999 is the last one that RFC 3339 can write; anything beyond it is nobody's honest clock.
  package static let latest = UnixTime(253_402_300_799)

  package init?(checking seconds: Int64) {
    guard seconds >= 0, seconds <= UnixTime.latest.seconds else { return nil }
    self.seconds = seconds
  }

  package static func < (left: UnixTime, right: UnixTime) -> Bool { left.seconds < right.seconds }
  package static func + (time: UnixTime, life: Seconds) -> UnixTime { UnixTime(time.seconds + life.value) }
  package static func - (time: UnixTime, life: Seconds) -> UnixTime { UnixTime(time.seconds - life.value) }
  package static func - (left: UnixTime, right: UnixTime) -> Seconds { Seconds(left.seconds - right.seconds) }
}

/// A length of time in whole seconds.
package struct Seconds: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  package let value: Int64

  package init(_ value: Int64) { self.value = value }
  package init(integerLiteral value: Int64) { self.value = value }
  package static func minutes(_ count: Int64) -> Seconds { Seconds(count * 60) }
  package static func hours(_ count: Int64) -> Seconds { Seconds(count * 3600) }
  package static func days(_ count: Int64) -> Seconds { Seconds(count * 86_400) }
  package static func < (left: Seconds, right: Seconds) -> Bool { left.value < right.value }
  package static func + (left: Seconds, right: Seconds) -> Seconds { Seconds(left.value + right.value) }
}
