import OneDoorJOSE
import TestSupport
import Testing

/// What works while no server runs, under the store's lock.
@Suite struct OfflineTests {
  @Test func `keys are made once`() async throws {
    let installed = try Installed()
    let first = try await installed.run("key", "generate")
    #expect(first.exitCode == 0)
    #expect(first.stdout.split(separator: "\n").count == 6)
    let second = try await installed.run("key", "generate")
    #expect(second.exitCode == 0)
    #expect(second.stdout.isEmpty)
    let list = try await installed.run("key", "list", "--json")
    let keys = try JSON.parse(Array(list.stdout.utf8)).object?["keys"]?.array ?? []
    #expect(keys.count == 6)
    #expect(keys.filter { $0.object?["state"] == "active" }.count == 4)
  }

  @Test func `a successor is published and does not sign yet`() async throws {
    let installed = try await Installed.withKeys()
    #expect(try await installed.run("key", "rotate", "--kind", "token-ES256").exitCode == 0)
    let list = try await installed.run("key", "list", "--json")
    let states = try JSON.parse(Array(list.stdout.utf8)).object?["keys"]?.array?.filter {
      $0.object?["purpose"] == "token" && $0.object?["algorithm"] == "ES256"
    }.compactMap { $0.object?["state"]?.string }
    #expect(states == ["active", "published"])
  }

  private static let file = """
    departments:
      - id: housing
        name: {en: Housing Office}
        redirect_uris: [http://localhost:8081/signin/callback]
        authentication: client_secret_basic
    persons:
      - login: zhang.wei
        name: 张伟
        password: env:DEMO_PASSWORD

    """

  @Test func `apply prints its plan and the secret, and the second run changes nothing`() async throws {
    let installed = try await Installed.withKeys()
    let file = try installed.folder.write("file.yaml", Self.file)
    let environment = ["DEMO_PASSWORD": "teapot-lantern-river"]
    let plan = try await installed.run("apply", "-f", file, "--dry-run", environment: environment)
    #expect(plan.stdout == "+ department housing\n+ person zhang.wei\n")
    let first = try await installed.run("apply", "-f", file, environment: environment)
    #expect(first.exitCode == 0)
    let lines = first.stdout.split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["+ department housing", "+ person zhang.wei"])
    #expect(lines.last?.split(separator: " ").last?.utf8.count == 43)
    #expect(first.stderr.contains("an RS256 signature costs 80 times an ES256 one"))
    let second = try await installed.run("apply", "-f", file, environment: environment)
    #expect(second.exitCode == 0)
    #expect(second.stdout == "= department housing\n= person zhang.wei\n")
    #expect(second.stderr.contains("Nothing to change."))
  }

  @Test func `with --json standard output is one document`() async throws {
    let installed = try await Installed.withKeys()
    let file = try installed.folder.write("file.yaml", Self.file)
    let result = try await installed.run(
      "apply", "-f", file, "--json", environment: ["DEMO_PASSWORD": "teapot-lantern-river"])
    #expect(try JSON.parse(Array(result.stdout.utf8)).object?["changed"] == 2)
    #expect(result.stderr.isEmpty)
    let list = try await installed.run("department", "list", "--json")
    #expect(try JSON.parse(Array(list.stdout.utf8)).object?["departments"]?.array?.count == 1)
  }

  @Test func `a password against the policy is refused with exit code 4 and stays unsaid`() async throws {
    let installed = try await Installed.withKeys()
    let file = try installed.folder.write("file.yaml", Self.file)
    let result = try await installed.run("apply", "-f", file, environment: ["DEMO_PASSWORD": "tooShort!"])
    #expect(result.exitCode == 4)
    #expect(!(result.stdout + result.stderr).contains("tooShort!"))
  }

  @Test func `a password comes from standard input, and a script has to say --yes`() async throws {
    let installed = try await Installed.withKeys()
    let file = try installed.folder.write("file.yaml", Self.file)
    _ = try await installed.run("apply", "-f", file, environment: ["DEMO_PASSWORD": "teapot-lantern-river"])
    let asked = try await installed.run("person", "password", "zhang.wei", input: "paper-crane-harbour\n")
    #expect(asked.exitCode == 2)
    #expect(asked.stderr.contains("--yes"))
    let done = try await installed.run("person", "password", "zhang.wei", "--yes", input: "paper-crane-harbour\n")
    #expect(done.exitCode == 0)
    let again = try await installed.run("apply", "-f", file, environment: ["DEMO_PASSWORD": "paper-crane-harbour"])
    #expect(again.stderr.contains("Nothing to change."))
  }

  @Test func `a drawn password is printed once, alone on its line`() async throws {
    let installed = try await Installed.withKeys()
    let file = try installed.folder.write("file.yaml", Self.file)
    _ = try await installed.run("apply", "-f", file, environment: ["DEMO_PASSWORD": "teapot-lantern-river"])
    let done = try await installed.run("person", "password", "zhang.wei", "--generate", "--yes")
    #expect(done.exitCode == 0, "\(done.stderr)")
    #expect(done.stdout.wholeMatch(of: /([a-z2-9]{4}-){3}[a-z2-9]{4}\n/) != nil)
    #expect(done.stderr.contains("to be changed at the next sign-in"))
    let both = try await installed.run("person", "password", "zhang.wei", "--generate", "--from", "env:X", "--yes")
    #expect(both.exitCode == 2)
  }

  @Test(arguments: [["session", "list"], ["session", "show", "1"], ["session", "revoke", "--all", "--yes"]])
  func `sessions need a server, and the command says so`(verb: [String]) async throws {
    let installed = try await Installed.withKeys()
    let result = try await CommandRunner.onedoor(verb + ["--config", installed.config])
    #expect(result.exitCode == 1)
    #expect(result.stderr.contains("no server runs"))
    #expect(result.stderr.contains("Try: onedoor serve --config \(installed.config)"))
  }
}
