import ArgumentParser
import OneDoorJOSE
import OneDoorRules

struct SessionShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one live session, with its part at each department.",
    discussion: """
      Example:
        onedoor session show 42
      """)

  @Argument(help: "The session's id, or the sid that a department knows its part by.") var id: String
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    let answer = try await AdminConnection.with(try place.place(console), mayOpenStore: false) {
      try await $0.call("session/show", ["id": .string(id)])
    }
    if json { return console.output.print(.object(answer)) }
    var fields = answer
    fields["departments"] = nil
    console.output.print(FieldText.table(fields, times: (console.time, console.now)))
    console.output.print(line: "")
    var table = Table([.init("department"), .init("sid"), .init("scope", shrinks: true), .init("since")])
    for part in (answer["departments"]?.array ?? []).compactMap(\.object) {
      table.add([
        .init(part["department"]?.string ?? ""), .init(part["sid"]?.string ?? ""), .init(part["scope"]?.string ?? ""),
        .init(part["since"]?.integer.map { TimeText.relative(.init($0), now: console.now) } ?? ""),
      ])
    }
    console.output.print(table)
  }
}
