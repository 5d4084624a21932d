import ArgumentParser

struct KeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Keys: what signs, seals and encrypts.",
    subcommands: [KeyGenerate.self, KeyList.self, KeyRotate.self])
}
