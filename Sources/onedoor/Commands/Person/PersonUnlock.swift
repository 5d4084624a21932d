import ArgumentParser
import OneDoorJOSE

struct PersonUnlock: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock", abstract: "Forget the failed guesses at a person's password.",
    discussion: """
      Example:
        onedoor person unlock zhang.wei
      """)

  @Argument(help: "The login name, or the phone number.") var login: String
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    let answer = try await AdminConnection.with(try place.place(console), mayOpenStore: true) {
      try await $0.call("person/unlock", ["login": .string(login)])
    }
    if json { return console.output.print(.object(answer)) }
    console.output.say(
      "\(login) can try again at once. Failed guesses forgotten: \(answer["cleared"]?.integer ?? 0).", .good)
  }
}
