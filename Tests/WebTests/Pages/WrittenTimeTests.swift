import OneDoorWeb
import Testing

@Suite struct `Times are written with weekday and zone` {
  func sentence(_ seconds: Int64, offset: Int = 0, in language: Language = .english) throws -> String {
    let renderer = try PageRenderer(clock: WallClock { _ in offset })
    let page = HomePage(personName: "张伟", lastSignIn: seconds, departments: [], journey: "J")
    let markup = try renderer.markup(.home(page), in: language)
    return markup.all("dd").map(\.text).dropFirst().first ?? ""
  }

  @Test(
    arguments: [
      (0, 0, "Thursday 1 January 1970 at 00:00 (UTC)"),
      (951_825_599, 0, "Tuesday 29 February 2000 at 11:59 (UTC)"),
      (4_107_542_400, 0, "Monday 1 March 2100 at 00:00 (UTC)"),
      (1_795_555_555, 28_800, "Wednesday 25 November 2026 at 05:25 (UTC+8)"),
      (1_795_555_555, -12_600, "Tuesday 24 November 2026 at 17:55 (UTC-3:30)"),
      (1_735_689_599, 0, "Tuesday 31 December 2024 at 23:59 (UTC)"),
      (0, -3600, "Wednesday 31 December 1969 at 23:00 (UTC-1)"),
    ] as [(Int64, Int, String)])
  func `in English`(seconds: Int64, offset: Int, words: String) throws {
    #expect(try sentence(seconds, offset: offset) == words)
  }

  @Test func `in Chinese`() throws {
    #expect(try sentence(1_795_555_555, offset: 28_800, in: .simplifiedChinese) == "2026年11月25日 星期三 05:25（UTC+8）")
  }

  @Test func `in the other languages`() throws {
    func words(_ language: Language) throws -> String { try sentence(1_795_555_555, offset: 28_800, in: language) }
    #expect(try words(.traditionalChinese) == "2026年11月25日 星期三 05:25（UTC+8）")
    #expect(try words(.arabic) == "الأربعاء 25 نوفمبر 2026، الساعة 05:25 (UTC+8)")
  }

  @Test(arguments: [Int64.min, -1, 253_402_300_800, Int64.max])
  func `and left out where they are no times`(seconds: Int64) throws {
    #expect(try sentence(seconds) == "None in this session")
  }
}
