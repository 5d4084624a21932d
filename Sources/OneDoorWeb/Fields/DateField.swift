import Synchronization

/// The Date field (RFC 9110 §5.6.7), written once a second.
final class DateField: Sendable {
  private let clock: WebClock
  private let current: Mutex<(second: Int64, text: String)>

  init(clock: WebClock) {
    self.clock = clock
    current = Mutex((-1, ""))
  }

  func text() -> String { moment().text }

  func moment() -> (second: Int64, text: String) {
    let second = clock.unixSeconds()
    return current.withLock { current in
      if current.second != second { current = (second, Self.text(unixSeconds: second)) }
      return current
    }
  }

  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Sun, 06 Nov 1994 08:49:37 GMT`. Times outside 1970…9999 are no honest clock's and become its nearest end.
  static func text(unixSeconds: Int64) -> String {
    let seconds = Int(min(max(unixSeconds, 0), 253_402_300_799))
    let (day, second) = (seconds / 86_400, seconds % 86_400)
    // Days to the civil calendar, in years that begin in March so that a leap day comes last.
    let shifted = day + 719_468
    let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let date = "\(days[day % 7]), \(two(dayOfMonth)) \(months[month - 1]) \(year)"
    return "\(date) \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)) GMT"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
