import Testing

/// A name that says nothing gathers everything.
@Suite struct JunkDrawerNameTests {
  private static let empty: Set = [
    "manager", "managers", "util", "utils", "utility", "utilities", "helper", "helpers", "common", "misc", "base",
    "ext",
    "extensions",
  ]

  static let rule = SourceRule(applies: { _ in true }) { file in
    let pathWords = file.path.dropLast(".swift".count).split(separator: "/").flatMap { words(String($0)) }
    let types = file.declaredTypes.filter { !empty.isDisjoint(with: words($0.name)) }.map(\.line)
    return (empty.isDisjoint(with: pathWords) ? [] : [1]) + types
  }

  /// `KeyRingHelper+ext` is key, ring, helper, ext; a digit stays with its word, so Base64 is one.
  private static func words(_ name: String) -> [String] {
    var words: [String] = []
    var previous: Character = " "
    for character in name {
      let begins = character.isUppercase && !previous.isUppercase
      if !character.isLetter && !character.isNumber {
        words.append("")
      } else if begins || words.isEmpty {
        words.append(character.lowercased())
      } else {
        words[words.count - 1] += character.lowercased()
      }
      previous = character
    }
    return words
  }

  @Test func `no file, folder or type has an empty name`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test(arguments: [
    ("struct KeyManager {}", "Sources/OneDoorRules/A.swift"), ("enum Utils {}", "Sources/OneDoorRules/A.swift"),
    ("class BaseEndpoint {}", "Sources/OneDoorRules/A.swift"), ("", "Sources/OneDoorRules/String+ext.swift"),
    ("", "Sources/OneDoorRules/Helpers/A.swift"), ("", "Sources/OneDoorRules/StringHelper.swift"),
    ("protocol CommonFields {}", "Tests/RulesTests/A.swift"), ("", "Tests/RulesTests/Misc.swift"),
  ])
  func `an empty name is found`(source: String, path: String) {
    #expect(Self.rule.bites(source, at: path))
  }

  @Test func `a name that only sounds alike passes`() {
    #expect(!Self.rule.bites("enum Base64URL {}; struct Database {}; let manager = FileManager.default"))
    #expect(!Self.rule.bites("", at: "Sources/OneDoorJOSE/Base64URL.swift"))
  }
}
