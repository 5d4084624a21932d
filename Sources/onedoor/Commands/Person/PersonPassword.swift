import ArgumentParser
import OneDoorJOSE

struct PersonPassword: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "password", abstract: "Set a person's password; every session of the person ends.",
    discussion: """
      The password is asked for on a terminal, and read as one line from standard input elsewhere. It is never an
      argument, which every process of the machine could read. With --generate it is drawn and printed once.

      You know the password then, too: the person has to choose another one at the next sign-in.

      Example:
        onedoor person password zhang.wei
        onedoor person password zhang.wei --generate
        onedoor person password zhang.wei --yes < new-password
      """)

  @Argument(help: "The login name, or the phone number.") var login: String
  @Option(help: ArgumentHelp("Where the password comes from: env:NAME or file:PATH.", valueName: "source"))
  var from: String?
  @Flag(help: "Draw the password and print it, this once.") var generate = false
  @Flag(help: "Do not ask.") var yes = false
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func validate() throws {
    guard !generate || from == nil else { throw ValidationError("--generate and --from exclude each other.") }
  }

  func run() async throws {
    let console = Console.current
    try await AdminConnection.with(try place.place(console), mayOpenStore: true) { connection in
      let person = try await connection.call("person/show", ["login": .string(login)])
      let name = person["login"]?.string ?? login
      let sessions = person["sessions"]?.integer ?? 0
      try console.prompt.confirm(
        "Set a new password for \(name)? Live sessions, which will end: \(sessions).", yes: yes)
      var request: JSONObject = ["login": .string(name), "generate": .bool(generate)]
      if !generate { request["password"] = .string(try password(console, for: name).revealed) }
      let answer = try await connection.call("person/password", request)
      if json { return console.output.print(.object(answer)) }
      console.output.say(
        "\(name) has a new password, to be changed at the next sign-in. Sessions ended: \(answer["ended"]?.array?.count ?? 0).",
        .good)
      guard let generated = answer["password"]?.string else { return }
      console.output.say("It is shown this once and stored as a hash:")
      console.output.print(line: generated)
    }
  }

  private func password(_ console: Console, for name: String) throws -> Secret {
    guard let from else { return try console.prompt.newSecret("New password for \(name)") }
    do throws(WrongValue) {
      let reference = try SecretReference(from)
      if case .literal = reference { throw WrongValue("takes env:NAME or file:PATH: a password is no argument") }
      return try reference.resolve(environment: console.environment)
    } catch {
      throw CommandFailure("--from \(error.message)", exit: .usage)
    }
  }
}
