import Testing

/// Third parties with one place each, in tests too: replacing one is then a change in one module.
@Suite struct ConfinedImportsTests {
  private static let places: [String: Set<String>] = [
    "COpenSSL": ["Sources/OneDoorCrypto", "Sources/onedoor-bench"],
    "CSodium": ["Sources/OneDoorLogin", "Sources/onedoor-bench"],
    "GRDB": ["Sources/OneDoorSQLite"],
    "GRDBSQLite": ["Sources/OneDoorSQLite", "Sources/onedoor-bench", "Tests/Journeys"],
    "Yams": ["Sources/onedoor", "Sources/onedoor-bench", "Tests/CommandTests"],
    "ArgumentParser": ["Sources/onedoor", "Sources/onedoor-bench", "Tests/CommandTests"],
    "Mustache": ["Sources/OneDoorWeb", "Tests/WebTests"],
  ]

  static let rule = SourceRule(applies: { _ in true }) { file in
    file.imports.filter { found in places[found.module].map { !$0.contains(file.module) } ?? false }.map(\.line)
  }

  static let noTestable = SourceRule(applies: { _ in true }) { file in
    file.imports.filter(\.isTestable).map(\.line)
  }

  @Test func `each third party is imported only in its place`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test func `one that has left its place is found`() {
    for module in Self.places.keys {
      #expect(Self.rule.bites("import \(module)", at: "Tests/RulesTests/A.swift"))
      #expect(Self.rule.bites("internal import \(module)", at: "Sources/OneDoorClient/A.swift"))
    }
    #expect(!Self.rule.bites("import COpenSSL", at: "Sources/OneDoorCrypto/A.swift"))
  }

  @Test func `nothing is imported as testable, which would compile everything twice`() {
    #expect(Self.noTestable.breaches() == [])
    #expect(Self.noTestable.bites("@testable import OneDoorRules"))
    #expect(!Self.noTestable.bites("import OneDoorRules"))
  }
}
