import ArgumentParser
import OneDoorJOSE

struct PersonDisable: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Disable a person: every session ends, and nobody signs in by that name.",
    discussion: """
      Example:
        onedoor person disable zhang.wei
      """)

  @Argument(help: "The login name, or the phone number.") var login: String
  @Option(help: ArgumentHelp("Why; it is kept with the end.", valueName: "text")) var reason: String?
  @Flag(help: "Show what would end, and end nothing.") var dryRun = false
  @Flag(help: "Do not ask.") var yes = false
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    try await AdminConnection.with(try place.place(console), mayOpenStore: true) { connection in
      let ending = Ending(
        verb: "person/disable", arguments: ["login": .string(login)], reason: reason,
        question: "Disable person \(login)", dryRun: dryRun, yes: yes, json: json)
      let answer = try await ending.carryOut(connection, console)
      if let answer, !json {
        console.output.say(
          answer["changed"]?.bool == true ? "\(login) is disabled." : "\(login) was disabled already.", .good)
      }
    }
  }
}
