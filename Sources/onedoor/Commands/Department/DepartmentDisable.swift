import ArgumentParser
import OneDoorJOSE

struct DepartmentDisable: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Disable a department: every session there ends, and nobody signs in to it.",
    discussion: """
      Example:
        onedoor department disable housing --reason 'moved to another system'
      """)

  @Argument(help: "The department's id.") var id: String
  @Option(help: ArgumentHelp("Why; it is kept with the end.", valueName: "text")) var reason: String?
  @Flag(help: "Show what would end, and end nothing.") var dryRun = false
  @Flag(help: "Do not ask.") var yes = false
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    try await AdminConnection.with(try place.place(console), mayOpenStore: true) { connection in
      let ending = Ending(
        verb: "department/disable", arguments: ["id": .string(id)], reason: reason,
        question: "Disable department \(id)", dryRun: dryRun, yes: yes, json: json)
      let answer = try await ending.carryOut(connection, console)
      if let answer, !json {
        console.output.say(
          answer["changed"]?.bool == true ? "\(id) is disabled." : "\(id) was disabled already.", .good)
      }
    }
  }
}
