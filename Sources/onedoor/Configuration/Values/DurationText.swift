package import OneDoorRules

/// A length of time as people write it: `30m`, `12h`, `90d`, `45s`. One number, one unit; a bare number is refused, since
/// nobody can tell what it counts.
package enum DurationText {
  private static let units: [(letter: Character, seconds: Int64)] = [
    ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400),
  ]

  package static func parse(_ text: String, in range: ClosedRange<Seconds>) throws(WrongValue) -> Seconds {
    guard let letter = text.last, let unit = units.first(where: { $0.letter == letter }) else {
      throw WrongValue("wants a number and a unit (s, m, h, d), as 30m")
    }
    let digits = text.dropLast()
    // Seven digits of days are in range of the arithmetic, whatever the unit.
    guard digits.utf8.count <= 7, let count = Int64(digits), String(count) == digits, count >= 0 else {
      throw WrongValue("wants a number and a unit (s, m, h, d), as 30m")
    }
    let value = Seconds(count * unit.seconds)
    guard range.contains(value) else {
      throw WrongValue("is out of range: from \(write(range.lowerBound)) to \(write(range.upperBound))")
    }
    return value
  }

  package static func write(_ seconds: Seconds) -> String {
    for unit in units.reversed() where seconds.value != 0 && seconds.value % unit.seconds == 0 {
      // 24h reads better than 1d, 90d better than 2160h.
      if unit.letter == "d", seconds.value < 2 * unit.seconds { continue }
      return "\(seconds.value / unit.seconds)\(unit.letter)"
    }
    return "\(seconds.value)s"
  }
}
