import OneDoorJOSE

/// The sentences of one language by key, from `Languages/<tag>.json`: one flat object.
package struct Phrases: Sendable {
  package let language: Language
  private let phrases: [String: Phrase]

  package init(_ json: [UInt8], language: Language) throws {
    self.language = language
    // The parser refuses a key that is written twice.
    guard let object = try JSON.parse(json).object else { throw PageFault.malformedPhrase("", language: language.tag) }
    var phrases: [String: Phrase] = [:]
    for (key, value) in object.members {
      guard let phrase = value.string.flatMap(Phrase.init) else {
        throw PageFault.malformedPhrase(key, language: language.tag)
      }
      phrases[key] = phrase
    }
    self.phrases = phrases
    for key in SpokenPhrases.keys(language.plurals) { _ = try phrase(key) }
  }

  package init(embedded language: Language) throws {
    guard let text = EmbeddedResources.text("Languages/\(language.tag).json") else {
      throw PageFault.missingResource("Languages/\(language.tag).json")
    }
    try self.init(text.withUTF8Buffer { Array($0) }, language: language)
  }

  package var keys: Set<String> { Set(phrases.keys) }

  package func phrase(_ key: String) throws -> Phrase {
    guard let phrase = phrases[key] else { throw PageFault.missingPhrase(key, language: language.tag) }
    return phrase
  }

  /// A sentence spoken by Swift and not by a template. `key` is one of `SpokenPhrases`, whose presence `init` checked,
  /// so that the key itself is never seen.
  func text(_ key: String, _ values: [String: HTMLText] = [:]) -> HTMLText {
    guard let phrase = phrases[key] else { return HTMLText(escaping: key) }
    return HTMLText(markup: phrase.markup { values[$0]?.markup ?? "" })
  }

  func text(_ key: String, count: Int) -> HTMLText {
    text("\(key).\(language.plurals.category(of: count).rawValue)", ["count": HTMLText(escaping: String(count))])
  }
}
