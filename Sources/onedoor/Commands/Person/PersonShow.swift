import ArgumentParser
import OneDoorJOSE

struct PersonShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one person.",
    discussion: """
      Example:
        onedoor person show zhang.wei
      """)

  @Argument(help: "The login name, or the phone number.") var login: String
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    let answer = try await AdminConnection.with(try place.place(console), mayOpenStore: true) {
      try await $0.call("person/show", ["login": .string(login)])
    }
    if json { return console.output.print(.object(answer)) }
    console.output.print(FieldText.table(answer, times: (console.time, console.now)))
  }
}
