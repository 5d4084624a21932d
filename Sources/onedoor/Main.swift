import ArgumentParser
import Foundation

@main struct Main {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let output = Output.standard(environment: ProcessInfo.processInfo.environment)
    // A reader that went away, as `onedoor session list | head` does, is no reason to be killed without a word.
    signal(SIGPIPE, SIG_IGN)
    if arguments == ["help", "exit-codes"] {
      output.print(line: ExitCode.explanation)
      return
    }
    exit(await run(arguments, output).settled.rawValue)
  }

  private static func run(_ arguments: [String], _ output: Output) async -> ExitCode {
    do {
      var command = try OneDoorCommand.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return .success
    } catch let failure as CommandFailure {
      output.complain(failure.message, try: failure.tip)
      return failure.exit
    } catch let refusal as PromptRefusal {
      output.complain("\(refusal)")
      return refusal.isUsage ? .usage : .failure
    } catch let errors as ConfigurationErrors {
      // A single mistake is its own line, which a log can carry.
      output.complain(errors.problems.count == 1 ? "\(errors)" : "\(errors.problems.count) mistakes; nothing was done")
      if errors.problems.count > 1 { output.say("\(errors)") }
      return .failure
    } catch let code as ExitCode {
      return code
    } catch {
      return explain(error, arguments, output)
    }
  }

  /// Help asked for, wrong usage, or a failure that no command knew.
  private static func explain(_ error: any Error, _ arguments: [String], _ output: Output) -> ExitCode {
    let code = OneDoorCommand.exitCode(for: error)
    let text = OneDoorCommand.fullMessage(for: error)
    if code == .success {
      output.print(line: text)
      return code
    }
    output.say(text)
    if code == .validationFailure, let slip = UnknownWord.suggestion(for: arguments) { output.say("Try: \(slip)") }
    return code
  }
}
