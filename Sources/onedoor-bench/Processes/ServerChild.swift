import Foundation
import Glibc

/// A server that was started for the run, on the server's core.
final class ServerChild {
  let port: Int
  let cpu: CPUClock
  private let process: Process
  private let log: URL

  var pid: Int32 { process.processIdentifier }

  /// Starts it; who wants to talk to it waits for ``awaitAnswer(at:)``.
  init(_ executable: String, _ arguments: [String], port: Int, log: URL, cores: Cores) throws {
    self.port = port
    self.log = log
    let process = try ServerChild.process(executable, arguments, log)
    self.process = process
    try cores.onServerCore { try process.run() }
    Leftovers.shared.add(pid: process.processIdentifier)
    cpu = try CPUClock(pid: process.processIdentifier)
  }

  /// The environment is empty but for what programs need: nobody's `ONEDOOR_…` changes what is measured.
  private static func process(_ executable: String, _ arguments: [String], _ log: URL) throws -> Process {
    guard FileManager.default.createFile(atPath: log.path, contents: nil) else {
      throw BenchFailure("\(log.path) cannot be written")
    }
    let output = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    let outer = ProcessInfo.processInfo.environment
    process.environment = outer.filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }
    process.environment?["LANG"] = "C.UTF-8"
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    return process
  }

  /// Runs a command to its end.
  static func run(_ executable: String, _ arguments: [String], log: URL) throws {
    let process = try ServerChild.process(executable, arguments, log)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchFailure("onedoor \(arguments.joined(separator: " ")) failed: \(lastWords(log))")
    }
  }

  /// Until a GET of the path is answered 200; how long that took since `start`, in seconds.
  @discardableResult
  func awaitAnswer(at path: String, host: String, since start: Double = CPUClock.seconds()) throws -> Double {
    let request = RequestText.get(path, host: host)
    while CPUClock.seconds() - start < 30 {
      if let connection = try? Connection(port: port), let answer = try? connection.exchange(request),
        answer.status == 200
      {
        return CPUClock.seconds() - start
      }
      guard process.isRunning else { break }
      usleep(500)
    }
    throw BenchFailure("no answer from port \(port): \(ServerChild.lastWords(log))")
  }

  /// SIGTERM, and SIGKILL where that is not enough.
  func stop() {
    guard process.isRunning else { return }
    process.terminate()
    let deadline = CPUClock.seconds() + 15
    while process.isRunning, CPUClock.seconds() < deadline { usleep(5_000) }
    if process.isRunning { kill(pid, SIGKILL) }
    process.waitUntilExit()
    Leftovers.shared.remove(pid: pid)
  }

  private static func lastWords(_ log: URL) -> String {
    let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").suffix(8).joined(separator: "\n")
  }
}
