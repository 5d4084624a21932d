import ArgumentParser
import OneDoorJOSE

struct SessionList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List live sessions, newest first.",
    discussion: """
      Example:
        onedoor session list --person zhang.wei
      """)

  @Option(help: ArgumentHelp("Only this person's.", valueName: "login")) var person: String?
  @Option(help: ArgumentHelp("Only those at this department.", valueName: "id")) var department: String?
  @Option(help: "How many at most, up to 1000.") var limit: Int64 = 100
  @Option(help: ArgumentHelp("Go on before this id, which the page before ended with.", valueName: "id"))
  var before: Int64?
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func validate() throws {
    if person != nil, department != nil { throw ValidationError("Give --person or --department, not both.") }
  }

  func run() async throws {
    let console = Console.current
    var request: JSONObject = ["limit": .integer(limit)]
    if let person { request["person"] = .string(person) }
    if let department { request["department"] = .string(department) }
    if let before { request["before"] = .integer(before) }
    let answer = try await AdminConnection.with(try place.place(console), mayOpenStore: false) {
      try await $0.call("session/list", request)
    }
    if json { return console.output.print(.object(answer)) }
    SessionText.show(answer, console)
    if answer["sessions"]?.array?.isEmpty == true { console.output.say("Nobody is signed in.") }
    if let next = answer["next"]?.integer { console.output.say("More: onedoor session list --before \(next)") }
  }
}
