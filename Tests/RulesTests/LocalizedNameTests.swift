import OneDoorRules
import Testing

@Suite struct `A name in several languages` {
  let name = LocalizedName(
    english: "Housing Office", others: ["zh": "房", "zh-Hans": "住房保障局", "pt-BR": "Habitação", "ar": "إدارة الإسكان"])

  @Test(arguments: [
    ("en", "Housing Office"), ("zh-Hans", "住房保障局"), ("zh-Hans-CN", "住房保障局"), ("zh-Hant", "房"), ("zh", "房"),
    ("ar", "إدارة الإسكان"), ("ar-SA", "إدارة الإسكان"), ("pt-BR", "Habitação"), ("pt", "Housing Office"),
    ("", "Housing Office"), ("-", "Housing Office"), ("zh-", "房"),
  ])
  func `is found by the tag, or by the tag cut short`(tag: String, text: String) {
    #expect(name.text(in: tag) == text)
  }

  @Test func `is English where the register has it in the other script alone`() {
    let simplified = LocalizedName(english: "Housing Office", others: ["zh-Hans": "住房保障局"])
    #expect(simplified.text(in: "zh-Hant") == "Housing Office")
  }
}
