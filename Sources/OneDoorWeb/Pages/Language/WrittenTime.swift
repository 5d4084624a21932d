#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How far the clock on the wall is from UTC at a given second.
package struct WallClock: Sendable {
  let offset: @Sendable (Int64) -> Int

  package init(offset: @escaping @Sendable (_ unixSeconds: Int64) -> Int) { self.offset = offset }

  package static let utc = WallClock { _ in 0 }

  /// The zone of the machine. A page carries no script, so the person's own zone is not known; the zone is printed.
  package static let machine = WallClock { seconds in
    var time = time_t(seconds)
    var parts = tm()
    return localtime_r(&time, &parts) == nil ? 0 : parts.tm_gmtoff
  }
}

/// A moment as a person reads it: weekday, date, time and zone. The words are in the language files and not ICU's, so
/// that a language is complete when its file is, and a page costs no formatter.
struct WrittenTime {
  let weekday, year, month, day, hour, minute: Int
  let offset: Int

  /// Nil before 1970 and after 9999: no such time comes from our store.
  init?(unixSeconds: Int64, clock: WallClock) {
    guard (0..<253_402_214_400).contains(unixSeconds) else { return nil }
    offset = min(max(clock.offset(unixSeconds), -86_399), 86_399)
    let local = Int(unixSeconds) + offset
    let days = (local >= 0 ? local : local - 86_399) / 86_400
    let second = local - days * 86_400
    // 1 January 1970 was a Thursday, day 4 of ISO 8601.
    weekday = ((days + 3) % 7 + 7) % 7 + 1
    hour = second / 3600
    minute = second / 60 % 60
    // The civil calendar from a day count, in years that begin in March so that a leap day comes last.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `+8`, `-3:30`, nothing for UTC itself.
  var zone: String {
    guard offset / 60 != 0 else { return "" }
    let minutes = abs(offset) / 60
    let part = minutes % 60 == 0 ? "" : ":" + Self.twoDigits(minutes % 60)
    return (offset < 0 ? "-" : "+") + String(minutes / 60) + part
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Phrases {
  func time(_ time: WrittenTime) -> HTMLText {
    let numbers = [
      "year": String(time.year), "day": String(time.day), "hour": WrittenTime.twoDigits(time.hour),
      "minute": WrittenTime.twoDigits(time.minute),
    ].mapValues { HTMLText(escaping: $0) }
    let words = [
      "weekday": text("weekday.\(time.weekday)"), "month": text("month.\(time.month)"),
      "zone": text("time.zone", ["offset": HTMLText(escaping: time.zone)]),
    ]
    return text("time.stamp", numbers.merging(words) { number, _ in number })
  }
}
