import ArgumentParser
import OneDoorEndpoints
import OneDoorJOSE
import OneDoorRules

struct KeyRotate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Make successors of the signing keys.",
    discussion: """
      A successor is published at once and signs from 25 hours later, when every department has fetched it. The server
      does this by itself every 90 days (keys_rotation).

      Example:
        onedoor key rotate
        onedoor key rotate --kind token-ES256
      """)

  @Option(help: "One kind alone: token-ES256, token-RS256 or revocation-ES256.") var kind: String?
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func validate() throws {
    guard let kind, KeyKind(rawValue: kind) == nil else { return }
    let kinds = KeyKind.allCases.map(\.rawValue)
    let hint = Spelling.nearest(to: kind, in: kinds).map { " Did you mean \($0)?" } ?? ""
    throw ValidationError("There is no kind \(kind): it is \(kinds.joined(separator: ", ")).\(hint)")
  }

  func run() async throws {
    let console = Console.current
    let answer = try await KeyConnection.call(
      try place.place(console), "key/rotate", kind.map { ["kind": .string($0)] } ?? [:])
    if json { return console.output.print(.object(answer)) }
    for name in (answer["made"]?.array ?? []).compactMap(\.string) { console.output.print(line: name) }
    if let activates = answer["activates"]?.integer {
      console.output.say("Published now, used from \(console.time.both(UnixTime(activates), now: console.now)).", .good)
    }
  }
}
