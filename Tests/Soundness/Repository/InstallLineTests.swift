import TestSupport
import Testing

/// What a newcomer is told to install and to run is what the machine that proves the repository does.
@Suite struct InstallLineTests {
  private static let testCommand = "swift test -c release --disable-testable-imports"

  /// The packages of every apt and pip line, in order of appearance.
  static func packages(_ text: String) -> [Set<String>] {
    let joined = text.replacing("\\\n", with: " ")
    return joined.split(separator: "\n").flatMap { line in
      line.matches(of: /\b(?:apt(?:-get)?|pip)\s[^;&|`]*?\binstall\s+([^;&|`#]*)/).map { match in
        Set(match.output.1.split(separator: " ").map(String.init).filter { !$0.hasPrefix("-") })
      }
    }
  }

  @Test func `the README installs what CI installs, and tests as CI tests`() throws {
    let ci = try #require(SourceTree.text(".ci/run"))
    #expect(Self.packages(ci).count >= 3)
    #expect(ci.split(separator: "\n").last.map(String.init) == Self.testCommand)
    guard let readme = SourceTree.text("README.md") else { return }
    #expect(Set(Self.packages(readme)) == Set(Self.packages(ci)))
    #expect(readme.contains(Self.testCommand))
  }

  @Test func `a test that misses a package names what CI installs`() throws {
    let ci = Self.packages(try #require(SourceTree.text(".ci/run"))).reduce(into: Set()) { $0.formUnion($1) }
    for error in [PythonPackage.Missing(name: "x").description, MissingBrowser(name: "x").description] {
      let named = Self.packages(error)
      #expect(!named.isEmpty && named.allSatisfy { $0.isSubset(of: ci) }, "\(error)")
    }
  }

  @Test func `install lines are read as a shell reads them`() {
    let text = """
      sudo apt-get install -y a b \\
        c && swift build
      `apt install d` # then go on
      python3 -m pip install --no-deps e f && true
      apt-get update
      """
    #expect(Self.packages(text) == [["a", "b", "c"], ["d"], ["e", "f"]])
  }
}
