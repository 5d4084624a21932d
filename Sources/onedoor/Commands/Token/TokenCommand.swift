import ArgumentParser

struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Tokens: what is in one, and whether it is good.", subcommands: [TokenInspect.self])
}
