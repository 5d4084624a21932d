/// A language the pages are written in. Its sentences are `Languages/<tag>.json`; a new one is that file and one line
/// in `all`.
package struct Language: Hashable, Sendable {
  package enum Direction: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
  }

  /// BCP 47, in its canonical spelling.
  package let tag: String
  package let direction: Direction
  /// As its readers call it, for the link that leads to it.
  package let ownName: String
  package let plurals: PluralRule
  /// Regions (ISO 3166-1) whose readers mean this language where a range names the region and no script: the part of
  /// CLDR's likely subtags that our languages need.
  package let regions: [String]
  /// Nobody whose language it is has checked the sentences: every page says so, in the language and in English.
  package let isDraft: Bool

  package init(
    tag: String, direction: Direction, ownName: String, plurals: PluralRule, regions: [String] = [],
    isDraft: Bool = false
  ) {
    self.tag = tag
    self.direction = direction
    self.ownName = ownName
    self.plurals = plurals
    self.regions = regions
    self.isDraft = isDraft
  }

  /// The `dir` attribute.
  package var dir: String { direction.rawValue }

  package static let english = Language(tag: "en", direction: .leftToRight, ownName: "English", plurals: .oneAndOther)
  package static let simplifiedChinese = Language(
    tag: "zh-Hans", direction: .leftToRight, ownName: "简体中文", plurals: .otherOnly)

  package static let traditionalChinese = Language(
    tag: "zh-Hant", direction: .leftToRight, ownName: "繁體中文", plurals: .otherOnly, regions: ["TW", "HK", "MO"])
  package static let arabic = Language(
    tag: "ar", direction: .rightToLeft, ownName: "العربية", plurals: .arabic, isDraft: true)

  /// Where two share a primary subtag, the one that a bare subtag means comes first.
  package static let all: [Language] = [.english, .simplifiedChinese, .traditionalChinese, .arabic]
}
