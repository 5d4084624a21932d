extension Language {
  /// The first of what the person asked for that we speak; English if none.
  ///
  /// `uiLocales` (OpenID Connect Core §3.1.2.1) goes before the browser's header, since the department asks for what
  /// the person has chosen there.
  package static func negotiate(
    uiLocales: [String], acceptLanguage: String?, among languages: [Language] = Language.all
  ) -> Language {
    let ranges = uiLocales.prefix(LanguageRange.most) + AcceptLanguage.ranges(in: acceptLanguage ?? "")
    for text in ranges {
      if let range = LanguageRange(text), let language = lookUp(range, among: languages) { return language }
    }
    return languages.first ?? .english
  }

  /// Lookup of RFC 4647 §3.4: the range, then the range without its last subtag, and so on.
  ///
  /// Two departures. A region may tell the script that the range leaves out: zh-TW and zh-HK find zh-Hant. And where
  /// only the primary subtag is left, any language that shares it will do: zh and zh-CN find zh-Hans.
  private static func lookUp(_ range: LanguageRange, among languages: [Language]) -> Language? {
    var subtags = range.subtags[...]
    while !subtags.isEmpty {
      if let exact = languages.first(where: { LanguageRange($0.tag)?.subtags[...] == subtags }) { return exact }
      subtags = subtags.dropLast()
      // A singleton introduces an extension and means nothing alone.
      if let last = subtags.last, last.count == 1 { subtags = subtags.dropLast() }
    }
    let sharing = languages.filter { LanguageRange($0.tag)?.subtags.first == range.subtags.first }
    return sharing.first { range.region.map($0.regions.contains) ?? false } ?? sharing.first
  }
}

/// A language range as RFC 4647 §2.1 spells it, in lower case. Compared as bytes: tags are ASCII.
struct LanguageRange {
  /// How many ranges of one source are looked at; no browser sends more than a dozen.
  static let most = 32
  /// RFC 5646 §4.4.1 asks for 35; private-use and extension subtags make longer ones, which say nothing to us.
  private static let longest = 64

  let subtags: [[UInt8]]

  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(Self.longest + 1))
    guard !bytes.isEmpty, bytes.count <= Self.longest else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    var subtags: [[UInt8]] = []
    for part in parts {
      guard (1...8).contains(part.count), part.allSatisfy(Self.isAlphanumeric) else { return nil }
      subtags.append(part.map { $0 | ($0 >= UInt8(ascii: "A") ? 0x20 : 0) })
    }
    self.subtags = subtags
  }

  /// The region, in capitals as ISO 3166-1 spells it (RFC 5646 §2.2.4). Nothing is a region after a singleton.
  var region: String? {
    let candidates = subtags.dropFirst().prefix { $0.count > 1 }
    guard let letters = candidates.first(where: { $0.count == 2 }) else { return nil }
    return String(decoding: letters.map { $0 & 0xDF }, as: UTF8.self)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
