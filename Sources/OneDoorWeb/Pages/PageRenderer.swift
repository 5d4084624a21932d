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
    let spoken = try phrases.map { own in
      try SpokenTemplates(own, others: phrases.map(\.language).filter { $0 != own.language })
    }
    guard let first = spoken.first else { throw PageFault.missingResource("Languages") }
    fallback = first
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
  private let others: [Language]

  init(_ phrases: Phrases, others: [Language]) throws {
    self.phrases = phrases
    self.others = others
    let constants = [
      "tag": phrases.language.tag, "dir": phrases.language.dir, "styleSheet": StyleSheet.path,
      "icon": Icon.path,
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
    if let journey = page.switchableJourney {
      values.set("languages", list: others.map { LanguageLink(language: $0, journey: journey).values })
      values.set("hasLanguages", flag: !others.isEmpty)
    }
    // `init` registered every name, so there is always a template.
    return Array((library.render(values.raw, withTemplate: name.rawValue) ?? "").utf8)
  }
}

/// The same page in another language: a link relative to the address the page has.
private struct LanguageLink {
  let language: Language
  let journey: String?

  var values: TemplateValues {
    let query = (journey.map { [("j", $0)] } ?? []) + [("ui_locales", language.tag)]
    let text = query.map { "\($0)=\(Self.percentEncoded($1))" }.joined(separator: "&")
    var values = TemplateValues()
    values.set("link", text: "?" + text)
    values.set("tag", text: language.tag)
    values.set("dir", text: language.dir)
    values.set("name", text: language.ownName)
    return values
  }

  private static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
