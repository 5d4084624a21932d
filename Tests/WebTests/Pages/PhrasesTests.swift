import OneDoorJOSE
import OneDoorWeb
import Testing

@Suite struct `The sentences of a language` {
  static func json(_ name: String) throws -> [UInt8] {
    try #require(EmbeddedResources.text("Languages/\(name).json")).withUTF8Buffer { Array($0) }
  }

  static func source(_ phrases: Phrases, _ key: String) throws -> String {
    try phrases.phrase(key).pieces.map {
      switch $0 {
      case .text(let text): text
      case .place(let name): "{\(name)}"
      }
    }.joined()
  }

  /// The plural forms of a key are one sentence: which there are is the language's own matter.
  static func base(_ key: String) -> String {
    for suffix in [".one", ".other"] where key.hasSuffix(suffix) { return String(key.dropLast(suffix.count)) }
    return key
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
    for key in phrases.keys { #expect(try phrases.phrase(key).places == expected[Self.base(key)], "\(key)") }
  }

  @Test(arguments: Language.all)
  func `hold words and no markup, and begin and end with words`(language: Language) throws {
    let phrases = try Phrases(embedded: language)
    for key in phrases.keys {
      let text = try Self.source(phrases, key)
      #expect(!text.contains { "<>[]&@".contains($0) }, "\(key)")
      #expect(!text.contains("  ") && !text.contains("'") && !text.contains("\""), "\(key)")
      let prefixes = ["title.error", "error.prefix"]
      #expect(!text.isEmpty && (prefixes.contains(key) || (text.first != " " && text.last != " ")), "\(key)")
    }
  }

  @Test func `use the words of the glossary`() throws {
    let glossary = try JSON.parse(Self.json("glossary")).object
    let say = try #require(glossary?["say"]?.array).compactMap(\.object)
    let english = try Phrases(embedded: .english)
    for language in Language.all where language != .english {
      let phrases = try Phrases(embedded: language)
      for key in phrases.keys {
        let twin = english.keys.contains(key) ? key : Self.base(key) + ".other"
        let original = try Self.source(english, twin).lowercased(), translated = try Self.source(phrases, key)
        for entry in say {
          guard let term = entry["en"]?.string, let word = entry[language.tag]?.string, original.contains(term) else {
            continue
          }
          // A place that is filled with the thing itself says the word too.
          #expect(translated.contains(word) || translated.contains("{\(term)}"), "\(key): \(term) is \(word)")
        }
      }
    }
    for language in Language.all {
      let phrases = try Phrases(embedded: language)
      let never = try #require(glossary?["never"]?.object?[language.tag]?.array).compactMap(\.string)
      for key in phrases.keys {
        let text = try Self.source(phrases, key).lowercased()
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
