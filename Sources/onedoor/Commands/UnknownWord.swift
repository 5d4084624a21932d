import ArgumentParser

/// The nearest right spelling of a noun or verb that does not exist.
enum UnknownWord {
  static func suggestion(for arguments: [String]) -> String? {
    guard let noun = arguments.first, !noun.hasPrefix("-") else { return nil }
    let nouns = OneDoorCommand.configuration.subcommands
    guard let command = nouns.first(where: { name(of: $0) == noun }) else {
      return Spelling.nearest(to: noun, in: nouns.map(name)).map { "onedoor \($0)" }
    }
    let verbs = command.configuration.subcommands.map(name)
    guard arguments.count > 1, !verbs.isEmpty, !verbs.contains(arguments[1]) else { return nil }
    return Spelling.nearest(to: arguments[1], in: verbs).map { "onedoor \(noun) \($0)" }
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }
}
