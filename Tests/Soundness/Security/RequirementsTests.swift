import Testing

/// Which test shows which requirement. A test that is renamed or goes must not leave its requirement behind unseen.
@Suite struct RequirementsTests {
  /// The names that tests are written under, as they stand in the sources.
  private static let names = Set(
    SourceTree.swiftFiles.map(\.path).filter { $0.hasPrefix("Tests/") }.flatMap { path in
      (SourceTree.text(path) ?? "").split(separator: "func `", omittingEmptySubsequences: false).dropFirst()
        .compactMap { $0.split(separator: "`", omittingEmptySubsequences: false).first.map(String.init) }
    })

  @Test func `each requirement is shown by tests that exist`() {
    for number in Requirements.numbers {
      guard let shown = Requirements.shown(number), !shown.tests.isEmpty else {
        Issue.record("requirement \(number) is shown by no test")
        continue
      }
      for test in shown.tests where !Self.names.contains(test) {
        Issue.record("requirement \(number), \(shown.requirement): there is no test `\(test)`")
      }
      print("requirement \(number): \(shown.requirement): \(shown.tests.joined(separator: "; "))")
    }
  }
}
