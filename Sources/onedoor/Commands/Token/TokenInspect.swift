import ArgumentParser
import OneDoorJOSE

struct TokenInspect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Decode a token, verify it, and say why it fails.",
    discussion: """
      The token is read from standard input, or from a file. Keys are fetched from the issuer: the one given, that of
      --config or --data, or the one that the token names.

      Example:
        onedoor token inspect --issuer http://localhost:8080 < token
      """)

  @Option(help: ArgumentHelp("The issuer whose keys are to verify it.", valueName: "url")) var issuer: String?
  @Option(help: ArgumentHelp("The audience it must be for.", valueName: "aud")) var audience: String?
  @Option(help: ArgumentHelp("Read the token from this file.", valueName: "file")) var file: String?
  @Flag(help: "Print one JSON document.") var json = false
  @OptionGroup var place: InstallationOptions

  func run() async throws {
    let console = Console.current
    let inspection = try await TokenInspection.of(
      try token(console), issuer: try issuer ?? configuredIssuer(console), audience: audience, at: console.now)
    if json {
      console.output.print(inspection.json)
    } else {
      inspection.show(console)
    }
    if !inspection.isGood { throw ExitCode.failure }
  }

  /// A token may come from anywhere, so that no installation is looked for unless one is named.
  private func configuredIssuer(_ console: Console) throws -> String? {
    guard place.config != nil || place.data != nil else { return nil }
    return try place.place(console).configuration.issuer.text
  }

  private func token(_ console: Console) throws -> String {
    let bytes: [UInt8]
    do throws(UnreadableFile) {
      bytes = try UnreadableFile.read(file ?? "/dev/stdin", limit: 65_536)
    } catch {
      throw CommandFailure("\(file ?? "standard input") \(error.reason)")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let token = text.split(whereSeparator: \.isWhitespace).joined()
    guard !token.isEmpty else { throw CommandFailure("there is no token to inspect", exit: .usage) }
    return token
  }
}
