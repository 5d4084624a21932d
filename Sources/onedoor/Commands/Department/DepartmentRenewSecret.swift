import ArgumentParser
import OneDoorJOSE

struct DepartmentRenewSecret: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secret", abstract: "Give a department a new secret, beside its last one.",
    discussion: """
      The new secret is printed once. The last one stays valid, so that the department can change over without an
      outage; then run it again with --retire-old, and the secret printed then is the only one.

      Example:
        onedoor department secret housing
      """)

  @Argument(help: "The department's id.") var id: String
  @Flag(help: "The new secret is the only one, at once.") var retireOld = false
  @Flag(help: "Do not ask.") var yes = false
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    if retireOld {
      try console.prompt.confirm("Make every secret that \(id) uses now invalid, at once?", yes: yes)
    }
    let answer = try await AdminConnection.with(try place.place(console), mayOpenStore: true) {
      try await $0.call("department/secret", ["id": .string(id), "retire_old": .bool(retireOld)])
    }
    if json { return console.output.print(.object(answer)) }
    console.output.say(
      "\(id) has \(answer["secrets"]?.integer == 1 ? "one secret" : "two secrets"). The new one, shown this once:")
    console.output.print(line: answer["secret"]?.string ?? "")
  }
}
