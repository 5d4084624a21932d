import ArgumentParser

struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Persons: who can sign in.",
    subcommands: [
      PersonList.self, PersonShow.self, PersonPassword.self, PersonDisable.self, PersonEnable.self, PersonUnlock.self,
    ])
}
