import Foundation
import Glibc
import Synchronization

/// How a process ended.
package enum ExitStatus: Sendable, Equatable {
  case code(Int32)
  case signal(Int32)

  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .code((waitStatus >> 8) & 0xFF) : .signal(signal)
  }
}

/// One started program with its output in files. It leads its own process group; the group dies with the last reference
/// to this value, and the process is always waited for.
package final class ChildProcess: Sendable {
  package let pid: Int32
  private let output: TemporaryFolder
  private let ended = Mutex<ExitStatus?>(nil)

  /// The environment a program is started with unless a test says otherwise: nothing of the developer's own.
  package static var plainEnvironment: [String: String] {
    let outer = ProcessInfo.processInfo.environment
    var plain = ["LANG": "C.UTF-8", "NO_COLOR": "1", Leftovers.mark.name: Leftovers.mark.value]
    for name in ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "TZ"] { plain[name] = outer[name] }
    return plain
  }

  package init(
    _ executable: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil,
    input: String? = nil
  ) throws {
    let files = try TemporaryFolder("output")
    output = files
    let stdin = try input.map { try files.write("stdin", $0) } ?? "/dev/null"
    pid = try spawn(
      executable, arguments, environment: Self.plainEnvironment.merging(environment) { $1 }, folder: folder,
      input: stdin, output: files.path("stdout"), errors: files.path("stderr"))
    Leftovers.shared.add(group: pid)
  }

  deinit {
    ended.withLock { ended in
      guard ended == nil else { return }
      kill(-pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
    Leftovers.shared.remove(group: pid)
  }

  package var stdout: String { (try? output.read("stdout")) ?? "" }
  package var stderr: String { (try? output.read("stderr")) ?? "" }
  package var isRunning: Bool { reap() == nil }

  /// How it ended; nil while it runs.
  package var exitStatus: ExitStatus? { reap() }

  /// Sends a signal to the process itself; nothing once it has ended, since its id may be another's by then.
  package func send(_ signal: Int32) {
    ended.withLock { if $0 == nil { kill(pid, signal) } }
  }

  package func waitForExit(within bound: Duration = .seconds(20)) async throws -> ExitStatus {
    let deadline = ContinuousClock.now + bound
    while true {
      if let status = reap() { return status }
      guard ContinuousClock.now < deadline else {
        throw TimedOut("exit of process \(pid)", after: bound, seen: stdout + stderr)
      }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// The first complete line that holds `text`, on either output.
  package func waitForLine(containing text: String, within bound: Duration = .seconds(20)) async throws -> String {
    let deadline = ContinuousClock.now + bound
    while true {
      let hasEnded = reap() != nil
      for output in [stdout, stderr] {
        let complete = output.lastIndex(of: "\n").map { output[..<$0] } ?? ""
        if let line = complete.split(separator: "\n").first(where: { $0.contains(text) }) { return String(line) }
      }
      guard !hasEnded, ContinuousClock.now < deadline else {
        throw TimedOut("a line with “\(text)”", after: bound, seen: stdout + stderr)
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// The zombie keeps its group's number from being given to others, so what is left of the group is killed before the
  /// zombie is collected.
  private func reap() -> ExitStatus? {
    ended.withLock { ended in
      if let ended { return ended }
      var info = siginfo_t()
      guard waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0, info.si_signo == SIGCHLD else {
        return nil
      }
      kill(-pid, SIGKILL)
      var status: Int32 = 0
      waitpid(pid, &status, 0)
      ended = ExitStatus(waitStatus: status)
      return ended
    }
  }
}
