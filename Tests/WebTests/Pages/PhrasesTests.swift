import OneDoorJOSE
import OneDoorWeb
import Testing

/// What a language's file says under a key.
enum PhrasesTests {
  static func word(_ key: String, _ language: Language) throws -> String {
    try source(Phrases(embedded: language), key)
  }

  static func source(_ phrases: Phrases, _ key: String) throws -> String {
    try phrases.phrase(key).pieces.map {
      switch $0 {
      case .text(let text): text
      case .place(let name): "{\(name)}"
      }
    }.joined()
  }
}

@Suite struct `The sentences of a language` {
  static func json(_ name: String) throws -> [UInt8] {
    try #require(EmbeddedResources.text("Languages/\(name).json")).withUTF8Buffer { Array($0) }
  }

  /// The plural forms of a key are one sentence: which there are is the language's own matter.
  static func base(_ key: String) -> String {
    guard let category = category(key) else { return key }
    return String(key.dropLast(category.rawValue.count + 1))
  }

  static func category(_ key: String) -> PluralRule.Category? {
    PluralRule.Category.allCases.first { key.hasSuffix("." + $0.rawValue) }
  }

  @Test(arguments: Language.all)
  func `are those that pages and Swift speak, no more and no fewer`(language: Language) throws {
    let templates = try TemplateName.allCases.map { try TemplateSource($0).keys }.reduce(into: Set()) {
      $0.formUnion($1)
    }
    let spoken = templates.union(SpokenPhrases.keys(language.plurals))
    #expect(try Phrases(embedded: language).keys.symmetricDifference(spoken) == [])
  }

  @Test(arguments: Language.all)
  func `have the same places as in English`(language: Language) throws {
    let english = try Phrases(embedded: .english), phrases = try Phrases(embedded: language)
    var expected: [String: Set<String>] = [:]
    for key in english.keys { expected[Self.base(key)] = try english.phrase(key).places }
    for key in phrases.keys {
      var places = try phrases.phrase(key).places
      if language.plurals != english.language.plurals, Self.category(key)?.isOneNumber == true {
        places.insert("count")
      }
      #expect(places == expected[Self.base(key)], "\(key)")
    }
  }

  @Test(arguments: Language.all)
  func `hold words and no markup, and begin and end with words`(language: Language) throws {
    let phrases = try Phrases(embedded: language)
    for key in phrases.keys {
      let text = try PhrasesTests.source(phrases, key)
      #expect(!text.contains { "<>[]&@".contains($0) }, "\(key)")
      #expect(!text.contains("  ") && !text.contains("'") && !text.contains("\""), "\(key)")
      let prefixes = ["title.error", "error.prefix"]
      #expect(!text.isEmpty && (prefixes.contains(key) || (text.first != " " && text.last != " ")), "\(key)")
    }
  }

  /// The forms that a word takes in a language, any of which will do.
  static func words(_ entry: JSONObject, _ language: Language) -> [String] {
    entry[language.tag]?.array?.compactMap(\.string) ?? []
  }

  @Test func `have a glossary that knows every language and repeats no word`() throws {
    let glossary = try JSON.parse(Self.json("glossary")).object
    let say = try #require(glossary?["say"]?.array).compactMap(\.object)
    let tags = Set(Language.all.map(\.tag))
    #expect(!say.isEmpty && say.allSatisfy { Set($0.members.map(\.name)) == tags })
    for language in Language.all {
      let words = say.map { Self.words($0, language) }
      let all = words.flatMap { $0 }
      #expect(words.allSatisfy { !$0.isEmpty } && Set(all).count == all.count, "\(language.tag)")
      #expect(glossary?["never"]?.object?[language.tag]?.array?.isEmpty == false, "\(language.tag)")
    }
    #expect(Set(try #require(glossary?["never"]?.object).members.map(\.name)) == tags)
  }

  @Test func `use the words of the glossary`() throws {
    let glossary = try JSON.parse(Self.json("glossary")).object
    let say = try #require(glossary?["say"]?.array).compactMap(\.object)
    let english = try Phrases(embedded: .english)
    for language in Language.all where language != .english {
      let phrases = try Phrases(embedded: language)
      for key in phrases.keys {
        let twin = english.keys.contains(key) ? key : Self.base(key) + ".other"
        let original = try PhrasesTests.source(english, twin).lowercased()
        let translated = try PhrasesTests.source(phrases, key)
        for entry in say {
          let terms = Self.words(entry, .english), words = Self.words(entry, language)
          guard terms.contains(where: original.contains) else { continue }
          // A place that is filled with the thing itself says the word too.
          let said = (words + terms.map { "{\($0)}" }).contains(where: translated.contains)
          #expect(said, "\(language.tag) \(key): \(terms) is \(words)")
        }
      }
    }
    for language in Language.all {
      let phrases = try Phrases(embedded: language)
      let never = try #require(glossary?["never"]?.object?[language.tag]?.array).compactMap(\.string)
      for key in phrases.keys {
        let text = try PhrasesTests.source(phrases, key).lowercased()
        for word in never { #expect(!text.contains(word), "\(key): \(word)") }
      }
    }
  }

  @Test(arguments: ["{", "}", "{}", "{a b}", "a {b", "a} b", "{a{b}}", "{1}"])
  func `are refused where braces make no place`(text: String) {
    #expect(Phrase(text) == nil)
  }

  @Test func `are refused at start where one is missing`() throws {
    #expect(throws: PageFault.self) { try Phrases(Array("{}".utf8), language: .english) }
    #expect(throws: PageFault.self) { try Phrases(Array("[]".utf8), language: .english) }
    #expect(throws: JSONError.self) { try Phrases(Array(#"{"a": "b", "a": "c"}"#.utf8), language: .english) }
  }
}
