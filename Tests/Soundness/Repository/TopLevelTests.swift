import Testing

/// The top level is fixed: a newcomer sees the whole house at a glance.
@Suite struct TopLevelTests {
  private static let fixed: Set = ["Package.swift", "Sources", "Tests", "keys", "config", "README.md"]

  static func strangers(_ tracked: [String]) -> [String] {
    let names = Set(tracked.compactMap { $0.split(separator: "/").first.map(String.init) })
    return names.filter { !fixed.contains($0) && !$0.hasPrefix(".") }.sorted()
  }

  @Test func `the top level holds the fixed names alone`() async throws {
    let tracked = try await SourceTree.tracked()
    #expect(tracked.contains("Package.swift"))
    #expect(Self.strangers(tracked) == [])
  }

  @Test func `another name is found`() {
    #expect(Self.strangers(["Sources/A.swift", "scripts/run", "NOTES.md", ".ci/run"]) == ["NOTES.md", "scripts"])
  }
}
