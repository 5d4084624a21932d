import ArgumentParser
import OneDoorEndpoints
import OneDoorJOSE

struct Apply: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Register departments and persons as a file has them.",
    discussion: """
      Prints what would change, then changes only that; a second run changes nothing. A department that is to
      authenticate by a secret and has none gets one, which is printed once.

      Example:
        onedoor apply -f config/departments.yaml
      """)

  @Option(name: [.customShort("f"), .customLong("file")], help: ArgumentHelp("The file.", valueName: "file"))
  var file: String
  @Flag(help: "Print the plan and change nothing.") var dryRun = false
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    let registration = try Registration.load(path: file, environment: console.environment)
    if !json {
      for remark in registration.departments.flatMap(\.remarks) { console.output.say("Note: \(remark)", .warning) }
    }
    let place = try place.place(console)
    try await AdminConnection.with(place, mayOpenStore: true) { connection in
      try await apply(registration.document, connection, console)
    }
  }

  private func apply(_ document: JSONObject, _ connection: AdminConnection, _ console: Console) async throws {
    var request = document
    request["dry_run"] = true
    let plan = try await connection.call("apply/run", request)
    if !json { PlanText.show(plan, console.output) }
    let changes = plan["changed"]?.integer ?? 0
    guard !dryRun, changes > 0 else {
      if json { console.output.print(.object(plan)) }
      if !json, changes == 0 { console.output.say("Nothing to change.") }
      return
    }
    request["dry_run"] = false
    let done = try await connection.call("apply/run", request)
    if json { return console.output.print(.object(done)) }
    console.output.say("Done: \(changes) changed.", .good)
    PlanText.showSecrets(done, console.output)
  }
}

extension Registration {
  /// What the admin API is sent.
  var document: JSONObject {
    let departments = departments.map { entry -> JSON in
      var object = DepartmentDocument.registration(entry.department())
      if let secret = entry.secret { object["secret"] = .string(secret.revealed) }
      return .object(object)
    }
    let persons = persons.map { entry -> JSON in
      var object = PersonDocument.registration(entry.newPerson(passwordHash: nil))
      if let password = entry.password { object["password"] = .string(password.revealed) }
      if entry.mustChangePassword { object["change_password"] = true }
      return .object(object)
    }
    return ["departments": .array(departments), "persons": .array(persons)]
  }
}
