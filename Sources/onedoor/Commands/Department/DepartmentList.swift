import ArgumentParser
import OneDoorJOSE

struct DepartmentList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List all departments.",
    discussion: """
      Example:
        onedoor department list
      """)

  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    let answer = try await AdminConnection.with(try place.place(console), mayOpenStore: true) {
      try await $0.call("department/list")
    }
    if json { return console.output.print(.object(answer)) }
    console.output.print(Self.table(answer))
  }

  static func table(_ answer: JSONObject) -> Table {
    var table = Table([
      .init("id"), .init("name", shrinks: true), .init("state"), .init("authentication"),
      .init("grants", shrinks: true),
      .init("remark"),
    ])
    for department in (answer["departments"]?.array ?? []).compactMap(\.object) {
      let isEnabled = department["enabled"]?.bool ?? false
      table.add([
        .init(department["id"]?.string ?? ""), .init(department["name"]?.object?["en"]?.string ?? ""),
        isEnabled ? .init("enabled") : .init("disabled", .bad), .init(department["authentication"]?.string ?? ""),
        .init((department["grants"]?.array ?? []).compactMap(\.string).joined(separator: " ")),
        department["weak"]?.bool == true ? .init("weak: pkce off", .warning) : .init(""),
      ])
    }
    return table
  }
}
