import Glibc
import TestSupport
import Testing

/// Programs that tests start: what they say, how they end, and that none stays.
@Suite struct ProcessSelfTest {
  @Test func `a command's code, words, folder, environment and input are its own`() async throws {
    let folder = try TemporaryFolder()
    let result = try await CommandRunner.run(
      "/bin/sh", ["-c", "pwd; read word; echo \"$word $COLOUR\"; echo wrong >&2; exit 3"],
      environment: ["COLOUR": "red"], folder: folder.path, input: "a word\n")
    #expect(result.exitCode == 3)
    #expect(result.stdout == "\(folder.path)\na word red\n")
    #expect(result.stderr == "wrong\n")
  }

  @Test func `a server is waited for, measured and ended`() async throws {
    let server = try ServerProcess(["-c", "echo ready now; exec sleep 60"], executable: "/bin/sh")
    #expect(try await server.waitForLine(containing: "ready") == "ready now")
    #expect(try server.usage().residentBytes > 0)
    #expect(try await server.terminate() == .signal(SIGTERM))
    #expect(!server.isRunning)
  }

  @Test func `children of a server end with it`() async throws {
    let sleeper: Int32
    do {
      let server = try ServerProcess(["-c", "sleep 60 & echo started $!; wait"], executable: "/bin/sh")
      let line = try await server.waitForLine(containing: "started")
      sleeper = try #require(line.split(separator: " ").last.flatMap { Int32($0) })
    }
    try await eventually("the end of the sleeper") {
      let left = (try? ProcessUsage(pid: sleeper))?.residentBytes ?? 0
      return left == 0 ? true : nil
    }
  }

  @Test func `a line that never comes is reported with what came`() async throws {
    let server = try ServerProcess(["-c", "echo other"], executable: "/bin/sh")
    let error = await #expect(throws: TimedOut.self) { try await server.waitForLine(containing: "ready") }
    #expect(error?.description.contains("other") == true)
  }

  @Test func `ports handed out differ and are free`() async throws {
    let ports = try (0..<50).map { _ in try FreePort.next() }
    #expect(Set(ports).count == 50)
    let server = try await StaticServer(port: ports[0]) { _ in .init("here") }
    #expect(try await HTTPTestClient().get(server.origin).text == "here")
  }

  @Test func `the release binary lies beside the tests`() async throws {
    #expect(try ReleaseBinary.onedoor().hasSuffix("/onedoor"))
    #expect(throws: ReleaseBinary.Missing.self) { try ReleaseBinary.named("no-such-program") }
  }

  @Test func `a temporary folder is private and does not stay`() throws {
    let path: String
    do {
      let folder = try TemporaryFolder()
      path = folder.path
      try folder.write("a/b.txt", "text")
      #expect(try folder.read("a/b.txt") == "text")
      #expect(folder.names() == ["a"])
    }
    #expect(access(path, F_OK) != 0)
  }
}
