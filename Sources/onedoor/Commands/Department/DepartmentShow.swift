import ArgumentParser
import OneDoorJOSE

struct DepartmentShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one department's registration.",
    discussion: """
      Example:
        onedoor department show housing
      """)

  @Argument(help: "The department's id.") var id: String
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    let answer = try await AdminConnection.with(try place.place(console), mayOpenStore: true) {
      try await $0.call("department/show", ["id": .string(id)])
    }
    if json { return console.output.print(.object(answer)) }
    console.output.print(FieldText.table(answer))
  }
}
