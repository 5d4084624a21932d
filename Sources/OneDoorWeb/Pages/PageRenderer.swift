import Mustache

/// Turns page values into HTML. Templates and sentences are read once, in `init`; whatever is missing or malformed
/// stops the start and not a citizen's page.
package struct PageRenderer: Sendable {
  private let languages: [String: SpokenTemplates]
  private let fallback: SpokenTemplates
  private let clock: WallClock

  package init(clock: WallClock = .machine) throws {
    try self.init(phrases: Language.all.map { try Phrases(embedded: $0) }, clock: clock)
  }

  /// The first language is the one for languages that are not among `phrases`.
  package init(phrases: [Phrases], clock: WallClock) throws {
    guard let first = phrases.first else { throw PageFault.missingResource("Languages") }
    let spoken = try phrases.map { own in
      try SpokenTemplates(own, among: phrases.map(\.language), fallback: first)
    }
    fallback = try SpokenTemplates(first, among: phrases.map(\.language), fallback: first)
    languages = Dictionary(spoken.map { ($0.phrases.language.tag, $0) }) { first, _ in first }
    self.clock = clock
  }

  /// UTF-8, to be served as `text/html; charset=utf-8`.
  package func render(_ page: Page, in language: Language) -> [UInt8] {
    let spoken = languages[language.tag] ?? fallback
    return spoken.render(page, clock: clock)
  }
}

/// All templates in one language.
struct SpokenTemplates: Sendable {
  let phrases: Phrases
  private let library: MustacheLibrary
  private let all: [Language]
  /// In the fall-back language; nil where the sentences have been checked.
  private let draftNotice: HTMLText?

  init(_ phrases: Phrases, among all: [Language], fallback: Phrases) throws {
    self.phrases = phrases
    self.all = all
    let notice = try fallback.phrase("layout.draft").markup { _ in "" }
    draftNotice = phrases.language.isDraft ? HTMLText(markup: notice) : nil
    let constants = [
      "tag": phrases.language.tag, "dir": phrases.language.dir, "styleSheet": StyleSheet.path,
      "icon": Icon.path, "submitScript": SubmitScript.path,
      "fallbackTag": fallback.language.tag, "fallbackDir": fallback.language.dir,
    ]
    var library = MustacheLibrary()
    for name in TemplateName.allCases {
      let source = try TemplateSource(name)
      try library.register(source.spoken(in: phrases, constants: constants), named: name.rawValue)
    }
    self.library = library
  }

  func render(_ page: Page, clock: WallClock) -> [UInt8] {
    var values = TemplateValues()
    let name = page.fill(&values, phrases: phrases, clock: clock)
    let journey = all.count > 1 ? page.switchableJourney : .none
    values.set("hasFooter", flag: draftNotice != nil || journey != nil)
    if let journey {
      let entries = all.map { LanguageEntry(language: $0, isCurrent: $0 == phrases.language).values }
      values.set("kept", text: journey)
      values.set("languages", list: entries)
      values.set("hasLanguages", flag: true)
    }
    values.set("draftNotice", html: draftNotice)
    // `init` registered every name, so there is always a template.
    return Array((library.render(values.raw, withTemplate: name.rawValue) ?? "").utf8)
  }
}

/// A button that asks for the same page in another language; the current one is no button.
private struct LanguageEntry {
  let language: Language
  let isCurrent: Bool

  var values: TemplateValues {
    var values = TemplateValues()
    values.set("current", flag: isCurrent)
    values.set("tag", text: language.tag)
    values.set("dir", text: language.dir)
    values.set("name", text: language.ownName)
    return values
  }
}
