// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The shipped binary must run on a Debian 12 that has no Swift: its runtime and Foundation are linked in, and symbols
// are stripped. The price is 84 MB, nearly half of it ICU data. The flags sit on a target of their own that only the
// product `onedoor` names: on the executable target they would pass to the tests that import it, and there is no static
// Testing to link.
let staticRuntime: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib"]
      + [
        "-s", "--start-group", "-lFoundation", "-lCoreFoundation", "-lFoundationInternationalization",
        "-lFoundationEssentials", "-l_FoundationICU", "-l_FoundationCShims", "-l_FoundationCollections", "--end-group",
      ].flatMap { ["-Xlinker", $0] })
]

func product(_ name: String, _ package: String) -> Target.Dependency { .product(name: name, package: package) }

let logging = product("Logging", "swift-log")
let nioCore = product("NIOCore", "swift-nio")
let nioPosix = product("NIOPosix", "swift-nio")
let nioHTTP1 = product("NIOHTTP1", "swift-nio")
let httpTypes = product("HTTPTypes", "swift-http-types")
let hummingbird = product("Hummingbird", "hummingbird")
let hummingbirdCore = product("HummingbirdCore", "hummingbird")
let asyncHTTPClient = product("AsyncHTTPClient", "async-http-client")
let lifecycle = product("ServiceLifecycle", "swift-service-lifecycle")

func module(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], plugins: [Target.PluginUsage]? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: house, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: house)
}

let package = Package(
  name: "OneDoor",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "onedoor", targets: ["onedoor", "StaticRuntime"]),
    .executable(name: "onedoor-bench", targets: ["onedoor-bench"]),
    .library(name: "OneDoorClient", targets: ["OneDoorClient"]),
    .library(name: "OneDoorHummingbird", targets: ["OneDoorHummingbird"]),
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),

    module("OneDoorCrypto", ["COpenSSL"]),
    module("OneDoorJOSE", ["OneDoorCrypto"]),
    module("OneDoorMessages", ["OneDoorJOSE", "OneDoorCrypto"]),
    module("OneDoorRules", ["OneDoorMessages", "OneDoorJOSE", "OneDoorCrypto"]),
    module("OneDoorStore", ["OneDoorRules", "OneDoorCrypto"]),
    module("OneDoorSQL", ["OneDoorStore", "OneDoorRules", "OneDoorMessages", "OneDoorJOSE", "OneDoorCrypto"]),
    module(
      "OneDoorSQLite",
      [
        "OneDoorSQL", "OneDoorStore", product("GRDB", "GRDB.swift"), product("GRDBSQLite", "GRDB.swift"),
      ]),
    module(
      "OneDoorLogin",
      ["OneDoorRules", "OneDoorStore", "OneDoorMessages", "OneDoorJOSE", "OneDoorCrypto", "CSodium"]),
    module(
      "OneDoorEndpoints",
      [
        "OneDoorLogin", "OneDoorRules", "OneDoorStore", "OneDoorJOSE", "OneDoorMessages", "OneDoorCrypto", logging,
        product("Metrics", "swift-metrics"),
      ]),
    .executableTarget(name: "EmbedResources", path: "Sources/Plugins/EmbedResources", swiftSettings: house),
    .plugin(
      name: "EmbedResourcesPlugin", capability: .buildTool(), dependencies: ["EmbedResources"],
      path: "Sources/Plugins/EmbedResourcesPlugin"),
    module(
      "OneDoorWeb",
      [
        "OneDoorEndpoints", "OneDoorMessages", "OneDoorRules", "OneDoorJOSE", "OneDoorCrypto", hummingbird,
        hummingbirdCore,
        product("HummingbirdTLS", "hummingbird"), product("HummingbirdHTTP2", "hummingbird"),
        product("Mustache", "swift-mustache"), nioCore, nioPosix, nioHTTP1, product("NIOSSL", "swift-nio-ssl"),
        product("NIOHTTPTypes", "swift-nio-extras"), httpTypes, logging, lifecycle, product("Metrics", "swift-metrics"),
      ],
      exclude: ["Resources", "Languages"], plugins: ["EmbedResourcesPlugin"]),
    module(
      "OneDoorClient",
      [
        "OneDoorJOSE", "OneDoorMessages", "OneDoorCrypto", asyncHTTPClient, nioCore, nioHTTP1, logging, lifecycle,
      ]),
    module(
      "OneDoorHummingbird",
      ["OneDoorClient", "OneDoorJOSE", "OneDoorMessages", "OneDoorCrypto", hummingbird, httpTypes, nioCore, logging]),
    .executableTarget(
      name: "onedoor",
      dependencies: [
        "OneDoorCrypto", "OneDoorJOSE", "OneDoorMessages", "OneDoorRules", "OneDoorStore", "OneDoorSQL",
        "OneDoorSQLite", "OneDoorLogin", "OneDoorEndpoints", "OneDoorWeb", "OneDoorClient", "OneDoorHummingbird",
        hummingbird, hummingbirdCore, asyncHTTPClient, nioCore, nioPosix, nioHTTP1, httpTypes, logging, lifecycle,
        product("UnixSignals", "swift-service-lifecycle"), product("Yams", "Yams"),
        product("ArgumentParser", "swift-argument-parser"), product("Metrics", "swift-metrics"),
      ],
      swiftSettings: house),
    .target(name: "StaticRuntime", swiftSettings: house, linkerSettings: staticRuntime),
    .executableTarget(
      name: "onedoor-bench",
      dependencies: [
        "OneDoorCrypto", "OneDoorJOSE", "OneDoorMessages", "OneDoorRules", "OneDoorStore", "OneDoorSQL",
        "OneDoorSQLite", "OneDoorLogin", "OneDoorClient", "COpenSSL", "CSodium", hummingbird, hummingbirdCore, asyncHTTPClient,
        nioCore, nioPosix, nioHTTP1, httpTypes, logging, lifecycle, product("GRDBSQLite", "GRDB.swift"),
        product("ArgumentParser", "swift-argument-parser"),
      ],
      swiftSettings: house),

    .target(
      name: "TestSupport",
      dependencies: [
        "OneDoorCrypto", "OneDoorJOSE", asyncHTTPClient, nioCore, nioPosix, nioHTTP1, logging,
        product("NIOSSL", "swift-nio-ssl"),
      ],
      path: "Tests/TestSupport", swiftSettings: house),
    // Writes to a store until a power cut ends it; the only place where `synchronous=NORMAL` can be asked for.
    .executableTarget(
      name: "powercut-writer",
      dependencies: [
        "OneDoorSQLite", "OneDoorSQL", "OneDoorStore", "OneDoorRules", "OneDoorMessages", "OneDoorCrypto",
      ],
      path: "Tests/PowerCutWriter", swiftSettings: house),
    tests("CryptoTests", ["OneDoorCrypto", "OneDoorJOSE", "TestSupport"]),
    tests("JOSETests", ["OneDoorJOSE", "OneDoorCrypto", "TestSupport"]),
    tests("MessagesTests", ["OneDoorMessages", "OneDoorJOSE", "TestSupport"]),
    tests("RulesTests", ["OneDoorRules", "OneDoorMessages", "OneDoorJOSE", "OneDoorCrypto", "TestSupport"]),
    tests("StoreConformance", [
      "OneDoorStore", "OneDoorSQL", "OneDoorSQLite", "OneDoorRules", "OneDoorMessages", "OneDoorCrypto", "TestSupport",
    ]),
    tests("LoginTests", [
      "OneDoorLogin", "OneDoorStore", "OneDoorRules", "OneDoorMessages", "OneDoorJOSE", "OneDoorCrypto", "TestSupport",
    ]),
    tests("EndpointsTests", [
      "OneDoorEndpoints", "OneDoorLogin", "OneDoorStore", "OneDoorRules", "OneDoorMessages", "OneDoorJOSE",
      "OneDoorCrypto", "TestSupport", logging,
    ]),
    tests("WebTests", [
      "OneDoorWeb", "OneDoorEndpoints", "OneDoorMessages", "OneDoorRules", "OneDoorJOSE", "TestSupport", hummingbird,
      hummingbirdCore, asyncHTTPClient, httpTypes, nioCore, nioPosix, nioHTTP1, product("NIOSSL", "swift-nio-ssl"),
      logging, lifecycle, product("Metrics", "swift-metrics"), product("Mustache", "swift-mustache"),
    ]),
    tests("ClientTests", [
      "OneDoorClient", "OneDoorHummingbird", "OneDoorJOSE", "OneDoorMessages", "OneDoorCrypto", "TestSupport",
      hummingbird, hummingbirdCore, httpTypes, asyncHTTPClient, nioCore, nioHTTP1, logging,
      product("HummingbirdTesting", "hummingbird"),
    ]),
    tests("CommandTests", [
      "onedoor", "OneDoorLogin", "OneDoorStore", "OneDoorRules", "OneDoorMessages", "OneDoorJOSE", "OneDoorCrypto",
      "TestSupport", product("ArgumentParser", "swift-argument-parser"),
    ]),
    tests("Journeys", [
      "TestSupport", "OneDoorJOSE", "OneDoorCrypto", "OneDoorMessages", "OneDoorClient", "OneDoorHummingbird",
      asyncHTTPClient, nioCore, nioPosix, nioHTTP1, hummingbird, httpTypes, logging,
      product("GRDBSQLite", "GRDB.swift"),
    ], exclude: ["RelyingParties/apache.conf", "RelyingParties/authlib_department.py"]),
    tests("Soundness", ["TestSupport"]),
  ]
)
