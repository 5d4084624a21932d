import ArgumentParser
import OneDoorJOSE

struct KeyGenerate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make the keys that are missing.",
    discussion: """
      Files 0600 in the folder that the configuration names. Keys that are there already stay as they are. Back up the
      folder: without pairwise.key every department would know everybody under a new name.

      Example:
        onedoor key generate
      """)

  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    let place = try place.place(console)
    let answer = try await KeyConnection.call(place, "key/generate")
    if json { return console.output.print(.object(answer)) }
    let made = (answer["made"]?.array ?? []).compactMap(\.string)
    for name in made { console.output.print(line: "\(place.configuration.keys)/\(name)") }
    console.output.say(made.isEmpty ? "Nothing is missing." : "Made: \(made.count).", .good)
  }
}
