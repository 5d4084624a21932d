/// A moment in a key file's name: UTC, `YYYYMMDDTHHMMSSZ`, so that names sort as they take over.
package struct KeyTime: Hashable, Comparable, Sendable {
  /// Since 1970, in UTC.
  package let seconds: Int64

  /// From the year 1970 to the year 9999; nil outside, where the name has no four digits for it.
  package init?(seconds: Int64) {
    guard (0...253_402_300_799).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  package static func < (a: KeyTime, b: KeyTime) -> Bool { a.seconds < b.seconds }

  package init?(text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z") else { return nil }
    func number(_ range: Range<Int>) -> Int64? {
      var value: Int64 = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8), let hour = number(9..<11),
      let minute = number(11..<13), let second = number(13..<15), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(seconds: Self.days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second)
    // 31 February and 25 o'clock come out as another moment, and so as another text.
    guard self.text.utf8.elementsEqual(bytes) else { return nil }
  }

  package var text: String {
    let (year, month, day) = Self.date(seconds / 86_400)
    let second = seconds % 86_400
    func padded(_ value: Int64, _ count: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    return padded(year, 4) + padded(month, 2) + padded(day, 2) + "T" + padded(second / 3600, 2)
      + padded(second / 60 % 60, 2) + padded(second % 60, 2) + "Z"
  }

  /// Days since 1970 in the Gregorian calendar. Years begin in March here, so that the leap day comes last.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let y = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468
  }

  private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
  }
}
