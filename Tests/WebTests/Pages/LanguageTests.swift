import OneDoorEndpoints
import OneDoorWeb
import Testing

@Suite struct `A language is chosen` {
  @Test(arguments: [
    ("zh-Hans", "zh-Hans"), ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-Hans-CN", "zh-Hans"), ("ZH-hans", "zh-Hans"),
    ("zh-TW", "zh-Hant"), ("zh-HK", "zh-Hant"), ("zh-MO", "zh-Hant"), ("zh-Hant", "zh-Hant"),
    ("ZH-hant-hk", "zh-Hant"),
    ("zh-Hant-CN", "zh-Hant"), ("zh-Hans-HK", "zh-Hans"), ("zh-hk-x-hans", "zh-Hant"), ("zh-yue-HK", "zh-Hant"),
    ("zh-x-tw", "zh-Hans"), ("zh-tw, zh;q=0.9, en;q=0.8", "zh-Hant"), ("en, zh-TW", "en"), ("ar", "ar"),
    ("ar-SA", "ar"), ("ar-EG-u-nu-arab", "ar"), ("ara", "en"), ("zh-SG", "zh-Hans"),
    ("zh-Hans-CN-x-private", "zh-Hans"), ("en", "en"), ("en-US", "en"),
    ("en-GB-oxendict", "en"), ("de", "en"), ("de,zh;q=0.5", "zh-Hans"), ("en;q=0.4, zh-CN;q=0.9", "zh-Hans"),
    ("zh;q=0", "en"), ("zh;q=0, en", "en"), ("zh;q=0.8,en;q=0.8", "zh-Hans"), ("*", "en"), ("*, zh;q=0.1", "zh-Hans"),
    ("zh ; q=1.000", "zh-Hans"), ("zhx", "en"), ("", "en"),
  ])
  func `from what the browser accepts`(header: String, tag: String) {
    #expect(Language.negotiate(uiLocales: [], acceptLanguage: header).tag == tag)
  }

  @Test func `from what the department asks for first`() {
    #expect(Language.negotiate(uiLocales: ["fr", "zh-CN"], acceptLanguage: "en") == .simplifiedChinese)
    #expect(Language.negotiate(uiLocales: ["fr"], acceptLanguage: "zh") == .simplifiedChinese)
    #expect(Language.negotiate(uiLocales: ["en"], acceptLanguage: "zh") == .english)
    #expect(Language.negotiate(uiLocales: [], acceptLanguage: nil) == .english)
  }

  @Test(arguments: [
    "zh;q=2", "zh;q=-1", "zh;q=", "zh;q=0.0001", "zh;q=.5", "zh;q=1.5", "zh;q=NaN", "zh;x=1", "zh;q=0.5;q=1", "zh-",
    "-zh", "zh--CN", "z\u{301}h", "中文", ";;;", ",,,", ";q=1", "zh\u{0}", "=", "zh_CN",
    "abcdefghi", String(repeating: "zh-", count: 20_000), String(repeating: ",", count: 50_000) + "zh",
    String(repeating: "a", count: 60_000), String(repeating: "fr,", count: 40) + "zh",
  ])
  func `and odd headers give the default`(header: String) {
    #expect(Language.negotiate(uiLocales: [], acceptLanguage: header) == .english)
    #expect(Language.negotiate(uiLocales: [header], acceptLanguage: nil) == .english)
  }

  @Test func `after at most 32 requested ones`() {
    let many = Array(repeating: "fr", count: 32) + ["zh"]
    #expect(Language.negotiate(uiLocales: many, acceptLanguage: nil) == .english)
  }

  @Test func `of those that discovery names`() {
    #expect(PageLanguages.tags == Language.all.map(\.tag))
  }

  @Test func `among those that have a file each`() {
    let files = EmbeddedResources.paths.filter { $0.hasPrefix("Languages/") && !$0.hasSuffix("glossary.json") }
    #expect(files.sorted() == Language.all.map { "Languages/\($0.tag).json" }.sorted())
  }
}
