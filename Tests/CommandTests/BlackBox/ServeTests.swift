import Foundation
import OneDoorJOSE
import TestSupport
import Testing

@Suite struct ServeTests {
  @Test func `a server answers the administrator and ends within its time`() async throws {
    let installed = try await Installed.withKeys()
    let server = try await installed.serve()
    let list = try await installed.run("session", "list", "--json")
    #expect(list.exitCode == 0)
    #expect(try JSON.parse(Array(list.stdout.utf8)).object?["sessions"] == [])
    #expect(try await installed.run("session", "revoke", "--all").exitCode == 2)
    #expect(try await installed.run("session", "revoke", "--all", "--yes").exitCode == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: installed.socket)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(try await server.terminate(within: .seconds(12)) == .code(0))
    #expect(!FileManager.default.fileExists(atPath: installed.socket))
  }

  @Test func `a second server refuses, and the first goes on`() async throws {
    let installed = try await Installed.withKeys()
    let server = try await installed.serve()
    let second = try await installed.run("serve")
    #expect(second.exitCode == 1)
    #expect(second.stderr.contains("\(installed.folder.path)/data/lock"))
    #expect(second.stderr.contains("process \(server.pid)"))
    try await server.waitForURL("\(installed.origin)/health/ready")
  }

  @Test func `no default account exists`() async throws {
    let installed = try await Installed.withKeys()
    let server = try await installed.serve()
    let persons = try await installed.run("person", "list", "--json")
    #expect(try JSON.parse(Array(persons.stdout.utf8)).object?["persons"] == [])
    _ = server
  }

  @Test func `a new key is published at once by the server that runs`() async throws {
    let installed = try await Installed.withKeys()
    let server = try await installed.serve()
    func published() async throws -> Int {
      let answer = try await HTTPTestClient().get("\(installed.origin)/jwks")
      return try JSON.parse(answer.bytes).object?["keys"]?.array?.count ?? 0
    }
    let before = try await published()
    #expect(try await installed.run("key", "rotate", "--kind", "token-ES256").exitCode == 0)
    #expect(try await published() == before + 1)
    _ = server
  }
}

/// What keeps a server from starting: one line, which names the file.
@Suite struct StartRefusalTests {
  private func refusal(_ installed: Installed) async throws -> String {
    let result = try await installed.run("serve")
    #expect(result.exitCode == 1)
    #expect(!FileManager.default.fileExists(atPath: installed.socket))
    return result.stderr
  }

  @Test func `no keys`() async throws {
    let installed = try Installed()
    let words = try await refusal(installed)
    #expect(words.contains("\(installed.folder.path)/keys"))
    #expect(words.contains("onedoor key generate"))
    #expect(words.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["pairwise.key", "seal.key", "data-1.key"])
  func `a missing key`(name: String) async throws {
    let installed = try await Installed.withKeys()
    try FileManager.default.removeItem(atPath: installed.folder.path("keys/\(name)"))
    #expect(try await refusal(installed).contains("keys/\(name)"))
  }

  @Test(arguments: ["pairwise.key", "seal.key", "data-1.key"])
  func `a key that others may read`(name: String) async throws {
    let installed = try await Installed.withKeys()
    let path = installed.folder.path("keys/\(name)")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let words = try await refusal(installed)
    #expect(words.contains(path))
    #expect(words.contains("chmod"))
  }

  @Test func `two keys mixed up`() async throws {
    let installed = try await Installed.withKeys()
    let seal = try installed.folder.read("keys/seal.key")
    try installed.folder.write("keys/pairwise.key", seal)
    #expect(try await refusal(installed).contains("the same key as"))
  }

  @Test func `another pairwise key than the database knows`() async throws {
    let installed = try await Installed.withKeys()
    #expect(try await installed.run("person", "list").exitCode == 0)
    try FileManager.default.removeItem(atPath: installed.folder.path("keys/pairwise.key"))
    #expect(try await installed.run("key", "generate").exitCode == 0)
    #expect(try await refusal(installed).contains("keys/pairwise.key"))
  }

  @Test func `data that others may read`() async throws {
    let installed = try await Installed.withKeys()
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: installed.folder.path("data"))
    let words = try await refusal(installed)
    #expect(words.contains("chmod 700 \(installed.folder.path)/data"))
  }

  @Test func `a file that is no database`() async throws {
    let installed = try await Installed.withKeys()
    try installed.folder.write("data/onedoor.sqlite", String(repeating: "no database ", count: 1000))
    #expect(try await refusal(installed).contains("onedoor.sqlite"))
  }

  @Test func `a configuration with mistakes, all of them with their places`() async throws {
    let installed = try Installed("thraeds: 2\nsessions: {idle: forever}")
    let words = try await refusal(installed)
    #expect(words.contains("\(installed.config):6:1"))
    #expect(words.contains("\(installed.config):7:"))
  }
}
