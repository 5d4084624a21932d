import Glibc

/// One finished command.
package struct CommandResult: Sendable, Equatable {
  package let exit: ExitStatus
  package let stdout: String
  package let stderr: String

  /// The exit code; -1 where a signal ended it.
  package var exitCode: Int32 { if case .code(let code) = exit { code } else { -1 } }
}

/// Runs a command to its end, as a person at a shell would.
package enum CommandRunner {
  package static func onedoor(
    _ arguments: [String], environment: [String: String] = [:], folder: String? = nil, input: String? = nil,
    within bound: Duration = .seconds(90)
  ) async throws -> CommandResult {
    try await run(
      ReleaseBinary.onedoor(), arguments, environment: environment, folder: folder, input: input, within: bound)
  }

  package static func run(
    _ executable: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil,
    input: String? = nil, within bound: Duration = .seconds(90)
  ) async throws -> CommandResult {
    let child = try ChildProcess(executable, arguments, environment: environment, folder: folder, input: input)
    let exit = try await child.waitForExit(within: bound)
    return CommandResult(exit: exit, stdout: child.stdout, stderr: child.stderr)
  }

  /// Where a program of this name is on the path.
  package static func find(_ name: String) -> String? {
    (ChildProcess.plainEnvironment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
      .map { "\($0)/\(name)" }
      .first { isExecutable($0) }
  }
}

private func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }
