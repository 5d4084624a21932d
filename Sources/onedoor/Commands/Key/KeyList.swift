import ArgumentParser
import OneDoorJOSE
import OneDoorRules

struct KeyList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the key files, with what each is for and since when it is used.",
    discussion: """
      Example:
        onedoor key list
      """)

  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    let answer = try await KeyConnection.call(try place.place(console), "key/list")
    if json { return console.output.print(.object(answer)) }
    console.output.print(Self.table(answer, console.now))
  }

  static func table(_ answer: JSONObject, _ now: UnixTime) -> Table {
    var table = Table([
      .init("file"), .init("purpose"), .init("algorithm"), .init("state"), .init("used"), .init("kid", shrinks: true),
    ])
    for key in (answer["keys"]?.array ?? []).compactMap(\.object) {
      table.add([
        .init(key["file"]?.string ?? ""), .init(key["purpose"]?.string ?? ""), .init(key["algorithm"]?.string ?? ""),
        .init(key["state"]?.string ?? ""),
        .init(key["activates"]?.integer.map { TimeText.relative(UnixTime($0), now: now) } ?? ""),
        .init(key["kid"]?.string ?? ""),
      ])
    }
    return table
  }
}
