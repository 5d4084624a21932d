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

  package init(tag: String, direction: Direction, ownName: String, plurals: PluralRule) {
    self.tag = tag
    self.direction = direction
    self.ownName = ownName
    self.plurals = plurals
  }

  /// The `dir` attribute.
  package var dir: String { direction.rawValue }

  package static let english = Language(tag: "en", direction: .leftToRight, ownName: "English", plurals: .oneAndOther)
  package static let simplifiedChinese = Language(
    tag: "zh-Hans", direction: .leftToRight, ownName: "简体中文", plurals: .otherOnly)

  /// Where two share a primary subtag, the one that a bare subtag means comes first.
  package static let all: [Language] = [.english, .simplifiedChinese]
}

/// Which form of a sentence a number takes, in the categories of Unicode CLDR.
package enum PluralRule: Sendable, Hashable {
  case otherOnly
  case oneAndOther

  package enum Category: String, Sendable {
    case one
    case other
  }

  package var categories: [Category] {
    switch self {
    case .otherOnly: [.other]
    case .oneAndOther: [.one, .other]
    }
  }

  package func category(of count: Int) -> Category {
    switch self {
    case .otherOnly: .other
    case .oneAndOther: count == 1 ? .one : .other
    }
  }
}
