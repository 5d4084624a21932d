import Foundation
package import OneDoorRules

/// Times as people and programs read them.
package struct TimeText: Sendable {
  /// Seconds east of UTC at a time.
  private let offset: @Sendable (UnixTime) -> Int64

  package init(offset: @escaping @Sendable (UnixTime) -> Int64) { self.offset = offset }

  /// The zone of the person at the terminal (`TZ`, or the machine's).
  package static let local = TimeText { time in
    var seconds = time_t(time.seconds)
    var parts = tm()
    tzset()
    guard localtime_r(&seconds, &parts) != nil else { return 0 }
    return Int64(parts.tm_gmtoff)
  }

  package static let utc = TimeText { _ in 0 }

  /// `2026-11-24T22:10:03+08:00` (RFC 3339); `Z` in UTC, which is what `--json` prints.
  package func absolute(_ time: UnixTime) -> String {
    // Years beyond 9999 have no spelling, and the arithmetic below has no room for all of Int64.
    let bounded = min(max(time.seconds, -62_135_596_800), UnixTime.latest.seconds)
    let east = min(max(offset(UnixTime(bounded)), -86_340), 86_340)
    let wall = min(max(bounded + east, -62_135_596_800), UnixTime.latest.seconds)
    let days = wall.quotientFlooring(86_400)
    let second = wall - days * 86_400
    let (year, month, day) = TimeText.civil(days)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined(separator: ":")
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    let zone =
      east == 0 ? "Z" : (east < 0 ? "-" : "+") + padded(abs(east) / 3600, 2) + ":" + padded(abs(east) / 60 % 60, 2)
    return "\(date)T\(clock)\(zone)"
  }

  /// `2026-11-24T22:10:03+08:00 (4 min ago)`
  package func both(_ time: UnixTime, now: UnixTime) -> String {
    "\(absolute(time)) (\(TimeText.relative(time, now: now)))"
  }

  /// `4 min ago`, `in 2 h`, `now`. Rounded down: "1 h ago" is said from 60 to 119 minutes.
  package static func relative(_ time: UnixTime, now: UnixTime) -> String {
    let (ahead, overflow) = time.seconds.subtractingReportingOverflow(now.seconds)
    guard !overflow else { return "a long time" }
    let length = ahead.magnitude
    let words: String
    switch length {
    case 0: return "now"
    case ..<60: words = "\(length) s"
    case ..<3600: words = "\(length / 60) min"
    case ..<172_800: words = "\(length / 3600) h"
    default: words = "\(length / 86_400) d"
    }
    return ahead < 0 ? "\(words) ago" : "in \(words)"
  }

  private func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Days since 1970-01-01 to a date of the Gregorian calendar, in eras of 400 years.
  private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted.quotientFlooring(146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension Int64 {
  fileprivate func quotientFlooring(_ divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
