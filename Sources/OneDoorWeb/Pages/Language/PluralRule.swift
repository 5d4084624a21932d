/// Which form of a sentence a number takes, in the categories of Unicode CLDR.
package enum PluralRule: Sendable, Hashable {
  case otherOnly
  case oneAndOther
  case arabic

  package enum Category: String, Sendable, CaseIterable {
    case zero
    case one
    case two
    case few
    case many
    case other

    /// The form stands for one number alone, so a sentence may write it as a word and leave the figure out.
    package var isOneNumber: Bool { self == .zero || self == .one || self == .two }
  }

  package var categories: [Category] {
    switch self {
    case .otherOnly: [.other]
    case .oneAndOther: [.one, .other]
    case .arabic: Category.allCases
    }
  }

  package func category(of count: Int) -> Category {
    switch self {
    case .otherOnly: .other
    case .oneAndOther: count == 1 ? .one : .other
    case .arabic: Self.arabicCategory(of: count)
    }
  }

  private static func arabicCategory(of count: Int) -> Category {
    switch (count, count.magnitude % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }
}
