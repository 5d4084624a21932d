import Glibc

/// A running `onedoor` that serves, as an operator would start it.
package final class ServerProcess: Sendable {
  package let child: ChildProcess

  package init(
    _ arguments: [String], environment: [String: String] = [:], folder: String? = nil, executable: String? = nil
  ) throws {
    child = try ChildProcess(
      executable ?? ReleaseBinary.onedoor(), arguments, environment: environment, folder: folder)
  }

  package var pid: Int32 { child.pid }
  package var stdout: String { child.stdout }
  package var stderr: String { child.stderr }
  package var isRunning: Bool { child.isRunning }

  package func usage() throws -> ProcessUsage { try ProcessUsage(pid: pid) }

  @discardableResult
  package func waitForLine(containing text: String, within bound: Duration = .seconds(20)) async throws -> String {
    try await child.waitForLine(containing: text, within: bound)
  }

  /// Until something listens there.
  package func waitForPort(_ port: Int, host: String = "127.0.0.1", within bound: Duration = .seconds(20)) async throws
  {
    try await wait("a listener on \(host):\(port)", bound) {
      guard let connection = try? await RawConnection(host: host, port: port, within: .seconds(1)) else { return false }
      connection.close()
      return true
    }
  }

  /// Until a GET of `url` is answered with `status`.
  package func waitForURL(_ url: String, status: Int = 200, within bound: Duration = .seconds(20)) async throws {
    let client = HTTPTestClient(trust: .anyone, timeout: .seconds(2))
    try await wait("\(status) from \(url)", bound) { (try? await client.get(url))?.status == status }
  }

  /// SIGTERM, and the end it came to.
  @discardableResult
  package func terminate(within bound: Duration = .seconds(20)) async throws -> ExitStatus {
    child.send(SIGTERM)
    return try await child.waitForExit(within: bound)
  }

  /// SIGINT, as Ctrl-C does.
  @discardableResult
  package func interrupt(within bound: Duration = .seconds(20)) async throws -> ExitStatus {
    child.send(SIGINT)
    return try await child.waitForExit(within: bound)
  }

  /// SIGKILL: what a crash leaves behind is what is on disk.
  @discardableResult
  package func kill(within bound: Duration = .seconds(20)) async throws -> ExitStatus {
    child.send(SIGKILL)
    return try await child.waitForExit(within: bound)
  }

  /// SIGHUP: read the settings again.
  package func hangUp() { child.send(SIGHUP) }

  private func wait(_ what: String, _ bound: Duration, _ isSo: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + bound
    while true {
      guard child.isRunning else {
        throw TimedOut("\(what); the server has ended", after: bound, seen: stdout + stderr)
      }
      if try await isSo() { return }
      guard ContinuousClock.now < deadline else { throw TimedOut(what, after: bound, seen: stdout + stderr) }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}
