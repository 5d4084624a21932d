import ArgumentParser
import OneDoorJOSE

struct DepartmentEnable: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enable", abstract: "Let a disabled department back in.",
    discussion: """
      Example:
        onedoor department enable housing
      """)

  @Argument(help: "The department's id.") var id: String
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    let answer = try await AdminConnection.with(try place.place(console), mayOpenStore: true) {
      try await $0.call("department/enable", ["id": .string(id)])
    }
    if json { return console.output.print(.object(answer)) }
    console.output.say(
      answer["changed"]?.bool == true ? "\(id) is enabled." : "\(id) was enabled already.", .good)
  }
}
