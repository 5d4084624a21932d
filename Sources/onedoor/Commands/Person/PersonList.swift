import ArgumentParser
import OneDoorJOSE

struct PersonList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List persons, in the order in which they were added.",
    discussion: """
      Example:
        onedoor person list --limit 20
      """)

  @Option(help: "How many at most, up to 1000.") var limit: Int64 = 100
  @Option(help: ArgumentHelp("Go on after this number, which the page before ended with.", valueName: "number"))
  var after: Int64?
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    var request: JSONObject = ["limit": .integer(limit)]
    if let after { request["after"] = .integer(after) }
    let answer = try await AdminConnection.with(try place.place(console), mayOpenStore: true) {
      try await $0.call("person/list", request)
    }
    if json { return console.output.print(.object(answer)) }
    console.output.print(Self.table(answer))
    if let next = answer["next"]?.integer { console.output.say("More: onedoor person list --after \(next)") }
  }

  static func table(_ answer: JSONObject) -> Table {
    var table = Table([
      .init("login"), .init("name", shrinks: true), .init("state"), .init("phone"), .init("email", shrinks: true),
      .init("verified"),
    ])
    for person in (answer["persons"]?.array ?? []).compactMap(\.object) {
      let isEnabled = person["enabled"]?.bool ?? false
      table.add([
        .init(person["login"]?.string ?? ""), .init(person["name"]?.string ?? ""),
        isEnabled ? .init("enabled") : .init("disabled", .bad), .init(person["phone"]?.string ?? ""),
        .init(person["email"]?.string ?? ""), .init(FieldText.text(person["verified"] ?? [])),
      ])
    }
    return table
  }
}
