import OneDoorCrypto
import Testing

struct KeyTimeTests {
  @Test(
    arguments: [
      (0, "19700101T000000Z"), (951_782_399, "20000228T235959Z"), (951_782_400, "20000229T000000Z"),
      (1_709_164_800, "20240229T000000Z"), (1_764_028_800, "20251125T000000Z"), (4_107_542_400, "21000301T000000Z"),
      (253_402_300_799, "99991231T235959Z"),
    ] as [(Int64, String)])
  func `a moment and its text, both ways`(seconds: Int64, text: String) {
    #expect(KeyTime(seconds: seconds)?.text == text)
    #expect(KeyTime(text: text)?.seconds == seconds)
  }

  @Test func `every day of four centuries comes back, in order`() {
    var last = ""
    for day in 0..<146_097 as Range<Int64> {
      guard let time = KeyTime(seconds: day * 86_400 + day % 86_400) else { return }
      let text = time.text
      #expect(KeyTime(text: text) == time)
      #expect(text > last)
      last = text
    }
  }

  @Test(arguments: [
    "", "20250101", "20250101T000000", "20250101t000000Z", "20250230T000000Z", "20250101T240000Z", "20250101T006000Z",
    "20250101T000060Z", "20251301T000000Z", "20250001T000000Z", "19691231T235959Z", "+0250101T000000Z",
    "20250101T0000０0Z", "20250229T000000Z",
  ])
  func `what is no moment is refused`(text: String) {
    #expect(KeyTime(text: text) == nil)
  }

  @Test func `moments without four digits for the year are refused`() {
    for seconds in [-1, 253_402_300_800, .max, .min] as [Int64] { #expect(KeyTime(seconds: seconds) == nil) }
  }
}
