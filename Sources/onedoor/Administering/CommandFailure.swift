import ArgumentParser
import OneDoorJOSE

/// Why a command did not do what was asked: one line, what would help, and what a script is told.
struct CommandFailure: Error, Sendable {
  let message: String
  let tip: String?
  let exit: ExitCode

  init(_ message: String, tip: String? = nil, exit: ExitCode = .failure) {
    self.message = message
    self.tip = tip
    self.exit = exit
  }

  /// What the admin API refused.
  init(status: Int, json: JSON) {
    let message = json.object?["message"]?.string ?? "the server answered \(status)"
    let exit: ExitCode =
      switch json.object?["error"]?.string {
      case "policy": .refusedByPolicy
      case "malformed": .usage
      default: .failure
      }
    self.init(message, exit: exit)
  }
}
