import Foundation
import OneDoorJOSE
import TestSupport
import Testing

/// The newcomer's path: one login at two departments, ended from the command line.
@Suite struct DemoTests {
  /// A running demo in a folder of its own.
  private struct Running {
    let folder: TemporaryFolder
    let port: Int

    init() throws {
      folder = try TemporaryFolder("demo")
      // The two ports after it are most likely free too; a demo that finds one taken says so and the test fails.
      port = try FreePort.next()
      _ = try FreePort.next()
      _ = try FreePort.next()
    }

    var data: String { folder.path(".onedoor") }
    var housing: String { "http://localhost:\(port + 1)" }
    var business: String { "http://localhost:\(port + 2)" }

    func start(_ more: String...) async throws -> ServerProcess {
      let server = try ServerProcess(["demo", "--data", data, "--port", String(port)] + more, folder: folder.path)
      try await server.waitForLine(containing: "Ctrl-C ends it")
      return server
    }

    func onedoor(_ arguments: String...) async throws -> CommandResult {
      try await CommandRunner.onedoor(arguments + ["--data", data], folder: folder.path)
    }
  }

  private func signIn(
    _ browser: HTTPTestClient, at department: String, as login: String, _ password: String
  ) async throws -> HTTPTestResponse {
    let page = try await browser.follow(try await browser.get("\(department)/signin"))
    let form = try #require(page.page.forms.first)
    let answer = try await browser.submit(form, of: page, filling: ["username": login, "password": password])
    return try await browser.follow(answer)
  }

  private func token(on page: HTTPTestResponse) throws -> String {
    let start = try #require(page.text.range(of: "<pre id=\"token\" dir=\"ltr\">"))
    let rest = page.text[start.upperBound...]
    return String(rest[..<(try #require(rest.range(of: "</pre>"))).lowerBound])
  }

  @Test func `it says whom to sign in as, one line each`() async throws {
    let demo = try Running()
    let server = try await demo.start()
    let lines = server.stdout.split(separator: "\n").map(String.init)
    #expect(lines.contains("zhang.wei  teapot-lantern-river"))
    #expect(lines.contains("li.na  paper-crane-harbour"))
    for url in [demo.housing, demo.business, "http://localhost:\(demo.port)"] { #expect(server.stdout.contains(url)) }
    #expect(try await server.interrupt() == .code(0))
  }

  @Test func `one login opens both, a revocation ends both, and a restart changes neither`() async throws {
    let demo = try Running()
    var server = try await demo.start()
    let browser = HTTPTestClient()
    let first = try await signIn(browser, at: demo.housing, as: "zhang.wei", "teapot-lantern-river")
    #expect(first.status == 200)
    #expect(first.text.contains("张伟"))
    let second = try await browser.follow(try await browser.get("\(demo.business)/signin"))
    #expect(second.text.contains("张伟"))
    let bearer = [("authorization", "Bearer \(try token(on: first))")]
    #expect(try await HTTPTestClient().get("\(demo.housing)/api/whoami", headers: bearer).status == 200)

    #expect(try await server.interrupt() == .code(0))
    server = try await demo.start()
    #expect(try await browser.get(demo.housing + "/").text.contains("张伟"))

    let listed = try await demo.onedoor("session", "list", "--json")
    #expect(try JSON.parse(Array(listed.stdout.utf8)).object?["sessions"]?.array?.count == 1)
    let revoked = try await demo.onedoor("session", "revoke", "--person", "zhang.wei", "--yes", "--json")
    #expect(revoked.exitCode == 0, "\(revoked.stderr)")
    #expect(try JSON.parse(Array(revoked.stdout.utf8)).object?["participations"] == 2)
    try await eventually("the token is refused") {
      try await HTTPTestClient().get("\(demo.housing)/api/whoami", headers: bearer).status == 401 ? true : nil
    }
    for department in [demo.housing, demo.business] {
      #expect(try await browser.get(department + "/").text.contains("Your session has ended"))
    }

    #expect(try await server.interrupt() == .code(0))
    server = try await demo.start()
    #expect(try await HTTPTestClient().get("\(demo.housing)/api/whoami", headers: bearer).status == 401)
    let page = try await browser.follow(try await browser.get("\(demo.housing)/signin"))
    #expect(page.page.forms.first?.fields(filling: [:], pressing: nil).contains { $0.0 == "password" } == true)
    _ = server
  }

  @Test func `a department answers by the name of localhost alone`() async throws {
    let demo = try Running()
    let server = try await demo.start()
    let answer = try await HTTPTestClient().get("http://127.0.0.1:\(demo.port + 1)/a?b=c")
    #expect(answer.status == 308)
    #expect(answer.location == "\(demo.housing)/a?b=c")
    _ = server
  }

  @Test func `reset begins anew, and leaves what is not the demo's`() async throws {
    let demo = try Running()
    try await demo.start().interrupt()
    try demo.folder.write(".onedoor/mine.txt", "kept")
    let key = try demo.folder.read(".onedoor/keys/pairwise.key")
    try await demo.start("--reset").interrupt()
    #expect(try demo.folder.read(".onedoor/keys/pairwise.key") != key)
    #expect(try demo.folder.read(".onedoor/mine.txt") == "kept")
  }

  @Test func `a port that is taken is named`() async throws {
    let demo = try Running()
    let server = try await demo.start()
    let second = try await CommandRunner.onedoor(
      ["demo", "--data", demo.folder.path("other"), "--port", String(demo.port)], folder: demo.folder.path)
    #expect(second.exitCode == 1)
    #expect(second.stderr.contains("port \(demo.port) is taken"))
    _ = server
  }
}
