import ArgumentParser

struct OneDoorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "onedoor",
    abstract: "One national login.",
    discussion: """
      A first look, on this machine alone:
        onedoor demo

      Exit codes: onedoor help exit-codes
      Completion for your shell: onedoor --generate-completion-script bash (or zsh, fish)
      """,
    version: "0.1",
    subcommands: [
      Serve.self, Demo.self, Apply.self, DepartmentCommand.self, PersonCommand.self, SessionCommand.self,
      KeyCommand.self, TokenCommand.self,
    ])
}
