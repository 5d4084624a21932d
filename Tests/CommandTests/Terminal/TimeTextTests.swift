import OneDoorRules
import Testing
import onedoor

@Suite struct TimeTextTests {
  @Test(
    arguments: [
      (0, 0, "1970-01-01T00:00:00Z"), (1_795_529_403, 28_800, "2026-11-24T22:10:03+08:00"),
      (951_782_400, 0, "2000-02-29T00:00:00Z"), (951_868_799, 3600, "2000-03-01T00:59:59+01:00"),
      (1_709_164_800, -12_600, "2024-02-28T20:30:00-03:30"), (-1, 0, "1969-12-31T23:59:59Z"),
      (253_402_300_799, 0, "9999-12-31T23:59:59Z"), (253_402_300_799, 3600, "9999-12-31T23:59:59+01:00"),
      (Int64.max, 0, "9999-12-31T23:59:59Z"), (Int64.min, 0, "0001-01-01T00:00:00Z"),
    ] as [(Int64, Int64, String)])
  func `a time with its offset`(seconds: Int64, offset: Int64, expected: String) {
    #expect(TimeText { _ in offset }.absolute(UnixTime(seconds)) == expected)
  }

  @Test(
    arguments: [
      (0, "now"), (-1, "1 s ago"), (-59, "59 s ago"), (-60, "1 min ago"), (-240, "4 min ago"), (-3599, "59 min ago"),
      (-3600, "1 h ago"), (-172_799, "47 h ago"), (-172_800, "2 d ago"), (90, "in 1 min"), (43_200, "in 12 h"),
    ] as [(Int64, String)])
  func `how long ago, how long to go`(seconds: Int64, expected: String) {
    let now = UnixTime(1_795_529_403)
    #expect(TimeText.relative(UnixTime(now.seconds + seconds), now: now) == expected)
  }

  @Test func `both at once, and no overflow at the ends`() {
    let now = UnixTime(1_795_529_643)
    let text = TimeText { _ in 28_800 }.both(UnixTime(1_795_529_403), now: now)
    #expect(text == "2026-11-24T22:10:03+08:00 (4 min ago)")
    #expect(TimeText.relative(UnixTime(.max), now: UnixTime(.min)) == "a long time")
  }

  @Test func `the local zone has an offset of at most a day`() {
    #expect(TimeText.local.absolute(UnixTime(1_795_529_403)).hasPrefix("2026-11-2"))
  }
}
