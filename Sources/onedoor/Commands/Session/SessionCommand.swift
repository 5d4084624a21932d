import ArgumentParser

struct SessionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Sessions: who is signed in, and where.",
    subcommands: [SessionList.self, SessionShow.self, SessionRevoke.self])
}
