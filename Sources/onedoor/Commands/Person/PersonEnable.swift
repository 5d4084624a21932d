import ArgumentParser
import OneDoorJOSE

struct PersonEnable: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enable", abstract: "Let a disabled person sign in again.",
    discussion: """
      Example:
        onedoor person enable zhang.wei
      """)

  @Argument(help: "The login name, or the phone number.") var login: String
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    let answer = try await AdminConnection.with(try place.place(console), mayOpenStore: true) {
      try await $0.call("person/enable", ["login": .string(login)])
    }
    if json { return console.output.print(.object(answer)) }
    console.output.say(
      answer["changed"]?.bool == true ? "\(login) is enabled." : "\(login) was enabled already.", .good)
  }
}
