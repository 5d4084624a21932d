import Testing

/// The arrows of the house: which module may import which. A new module needs a row.
@Suite struct ImportArrowsTests {
  private static let platform: Set = ["Glibc", "Musl", "Darwin", "Synchronization", "Dispatch"]
  private static let nio: Set = [
    "NIO", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOHTTP2", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "NIOFoundationCompat",
    "NIOConcurrencyHelpers",
  ]
  private static let hummingbird: Set = [
    "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "HummingbirdHTTP2", "HummingbirdRouter",
  ]
  private static let store: Set = [
    "OneDoorStore", "OneDoorRules", "OneDoorMessages", "OneDoorJOSE", "OneDoorCrypto",
  ]
  private static let house: Set = store.union([
    "OneDoorSQL", "OneDoorSQLite", "OneDoorLogin", "OneDoorEndpoints", "OneDoorWeb", "OneDoorClient",
    "OneDoorHummingbird",
  ])
  private static let outermost =
    platform.union(nio).union(hummingbird).union(house).union([
      "Foundation", "FoundationEssentials", "AsyncHTTPClient", "HTTPTypes", "NIOSSL", "Logging", "Metrics",
      "ServiceLifecycle", "UnixSignals", "Yams", "ArgumentParser",
    ])

  private static let allowed: [String: Set<String>] = [
    "Sources/OneDoorCrypto": platform.union(["COpenSSL"]),
    "Sources/OneDoorJOSE": platform.union(["OneDoorCrypto"]),
    // Pure: not even a lock.
    "Sources/OneDoorMessages": ["OneDoorJOSE", "OneDoorCrypto"],
    "Sources/OneDoorRules": ["OneDoorMessages", "OneDoorJOSE", "OneDoorCrypto"],
    "Sources/OneDoorStore": platform.union(store),
    "Sources/OneDoorSQL": platform.union(store),
    "Sources/OneDoorSQLite": platform.union(store).union(["OneDoorSQL", "GRDB", "GRDBSQLite", "Foundation"]),
    // Foundation for the normal form of passwords alone.
    "Sources/OneDoorLogin": platform.union(store).union(["CSodium", "Foundation"]),
    "Sources/OneDoorEndpoints": platform.union(store).union(["OneDoorLogin", "Logging", "Metrics"]),
    "Sources/OneDoorWeb": platform.union(nio).union(hummingbird).union([
      "OneDoorEndpoints", "OneDoorMessages", "OneDoorRules", "OneDoorJOSE", "OneDoorCrypto", "Mustache", "HTTPTypes",
      "NIOSSL", "Logging", "Metrics", "ServiceLifecycle", "Foundation", "FoundationEssentials",
    ]),
    "Sources/OneDoorClient": platform.union(nio).union([
      "OneDoorJOSE", "OneDoorMessages", "OneDoorCrypto", "AsyncHTTPClient", "Logging", "ServiceLifecycle",
      "Foundation", "FoundationEssentials",
    ]),
    "Sources/OneDoorHummingbird": platform.union(nio).union(hummingbird).union([
      "OneDoorClient", "OneDoorJOSE", "OneDoorMessages", "OneDoorCrypto", "HTTPTypes", "Logging", "Foundation",
      "FoundationEssentials",
    ]),
    "Sources/onedoor": outermost,
    "Sources/onedoor-bench": outermost.union(["GRDBSQLite", "COpenSSL", "CSodium"]),
    "Sources/StaticRuntime": [],
    "Sources/Plugins/EmbedResources": ["Foundation"],
    "Sources/Plugins/EmbedResourcesPlugin": ["PackagePlugin", "Foundation"],
  ]

  static let rule = SourceRule(applies: SourceRule.isSource) { file in
    guard let row = allowed[file.module] else { return [1] }
    return file.imports.filter { !row.contains($0.module) }.map(\.line)
  }

  @Test func `every module imports only what its row lists`() {
    #expect(Self.rule.breaches() == [])
  }

  @Test(arguments: [
    ("import Foundation", "Sources/OneDoorRules/A.swift"),
    ("import Foundation", "Sources/OneDoorEndpoints/A.swift"),
    ("import Synchronization", "Sources/OneDoorRules/A.swift"),
    ("package import OneDoorStore", "Sources/OneDoorRules/A.swift"),
    ("import OneDoorSQLite", "Sources/OneDoorEndpoints/A.swift"),
    ("import OneDoorStore", "Sources/OneDoorWeb/A.swift"),
    ("import Hummingbird", "Sources/OneDoorClient/A.swift"),
    ("import OneDoorEndpoints", "Sources/OneDoorHummingbird/A.swift"),
    ("import struct Foundation.Date", "Sources/OneDoorMessages/A.swift"),
    ("let a = 1", "Sources/OneDoorNew/A.swift"),
  ])
  func `an arrow that is not drawn is found`(source: String, path: String) {
    #expect(Self.rule.bites(source, at: path))
  }

  @Test func `an arrow that is drawn passes`() {
    #expect(!Self.rule.bites("import OneDoorRules\nimport OneDoorStore", at: "Sources/OneDoorEndpoints/A.swift"))
    #expect(!Self.rule.bites("// import Foundation\nlet a = \"import Foundation\""))
  }
}
