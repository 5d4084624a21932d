import ArgumentParser
import OneDoorJOSE

struct SessionRevoke: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "End sessions, everywhere, within a second.",
    discussion: """
      Shows what it will end and asks; --yes does not ask, which a script must give. --dry-run shows the same and ends
      nothing.

      Example:
        onedoor session revoke --person zhang.wei
        onedoor session revoke 42 43 --yes --reason 'laptop lost'
        onedoor session revoke --department housing --dry-run
      """)

  @Argument(help: ArgumentHelp("Session ids, or the sid of one department's part of a session.", valueName: "id"))
  var ids: [String] = []
  @Option(help: ArgumentHelp("Every session of this person.", valueName: "login")) var person: String?
  @Option(help: ArgumentHelp("Every session's part at this department.", valueName: "id")) var department: String?
  @Flag(help: "Every session of everybody.") var all = false
  @Option(help: ArgumentHelp("Why; it is kept with the end.", valueName: "text")) var reason: String?
  @Flag(help: "Show what would end, and end nothing.") var dryRun = false
  @Flag(help: "Do not ask.") var yes = false
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func validate() throws {
    guard [!ids.isEmpty, person != nil, department != nil, all].filter({ $0 }).count == 1 else {
      throw ValidationError("Name what to end: session ids, or --person, or --department, or --all.")
    }
  }

  func run() async throws {
    let console = Console.current
    var request: JSONObject = ["all": .bool(all)]
    if !ids.isEmpty { request["ids"] = .array(ids.map(JSON.string)) }
    if let person { request["person"] = .string(person) }
    if let department { request["department"] = .string(department) }
    try await AdminConnection.with(try place.place(console), mayOpenStore: false) { connection in
      let ending = Ending(
        verb: "session/revoke", arguments: request, reason: reason, question: question, dryRun: dryRun, yes: yes,
        json: json)
      _ = try await ending.carryOut(connection, console)
    }
  }

  private var question: String {
    if let person { return "End every session of \(person)" }
    if let department { return "End every session's part at \(department)" }
    return all ? "End every session of everybody" : "End \(ids.count == 1 ? "this session" : "these sessions")"
  }
}
