import TestSupport
import Testing

@Suite struct UsageTests {
  static let verbs: [[String]] = [
    ["serve"], ["demo"], ["apply"], ["department", "list"], ["department", "show"], ["department", "disable"],
    ["department", "enable"], ["department", "secret"], ["person", "list"], ["person", "show"], ["person", "password"],
    ["person", "disable"], ["person", "enable"], ["person", "unlock"], ["session", "list"], ["session", "show"],
    ["session", "revoke"], ["key", "generate"], ["key", "list"], ["key", "rotate"], ["token", "inspect"],
  ]

  @Test(arguments: verbs)
  func `every verb's help has an example`(verb: [String]) async throws {
    let help = try await CommandRunner.onedoor(verb + ["--help"])
    #expect(help.exitCode == 0)
    #expect(help.stdout.contains("Example:"))
    #expect(help.stdout.contains("onedoor \(verb.joined(separator: " "))"))
    #expect(help.stderr.isEmpty)
  }

  @Test(arguments: [
    ["session", "revoke"], ["session", "revoke", "--all", "--person", "li.na"], ["apply"],
    ["key", "rotate", "--kind", "x"],
    ["serve", "--nonsense"], ["demo", "--port", "0"], ["session", "list", "--config", "a", "--data", "b"],
  ])
  func `wrong usage is told on standard error with exit code 2`(arguments: [String]) async throws {
    let result = try await CommandRunner.onedoor(arguments)
    #expect(result.exitCode == 2)
    #expect(result.stdout.isEmpty)
    #expect(!result.stderr.isEmpty)
  }

  @Test(arguments: [
    (["sesion", "list"], "onedoor session"), (["session", "revok"], "onedoor session revoke"),
    (["keys"], "onedoor key"),
  ])
  func `a slip of the pen gets the right spelling`(arguments: [String], hint: String) async throws {
    let result = try await CommandRunner.onedoor(arguments)
    #expect(result.exitCode == 2)
    #expect(result.stderr.contains("Try: \(hint)"))
  }

  @Test func `the exit codes are documented`() async throws {
    let help = try await CommandRunner.onedoor(["help", "exit-codes"])
    #expect(help.exitCode == 0)
    for code in ["0  done", "1  failed", "2  wrong usage", "4  refused"] {
      #expect(help.stdout.contains(code))
    }
    // 3 is kept for an answer that nothing gives yet.
    #expect(!help.stdout.contains("\n  3  "))
  }
}
