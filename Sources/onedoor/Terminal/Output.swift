import Foundation
package import OneDoorJOSE

/// The two streams of a command: data on standard output, people's words on standard error.
package struct Output: Sendable {
  package let terminal: TerminalFacts
  private let data: @Sendable ([UInt8]) -> Void
  private let words: @Sendable ([UInt8]) -> Void

  package init(
    terminal: TerminalFacts, data: @escaping @Sendable ([UInt8]) -> Void,
    words: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.terminal = terminal
    self.data = data
    self.words = words
  }

  package static func standard(environment: [String: String]) -> Output {
    Output(
      terminal: .current(environment: environment), data: { Output.write($0, to: STDOUT_FILENO) },
      words: { Output.write($0, to: STDERR_FILENO) })
  }

  /// One JSON document and a line end; nothing else goes to standard output under `--json`.
  package func print(_ json: JSON) { data(json.serialized() + [UInt8(ascii: "\n")]) }

  package func print(_ table: Table) {
    data(Array(table.rendered(width: terminal.width, colour: terminal.coloursOutput).utf8))
  }

  /// A line of data, as it is: for a program that reads it.
  package func print(line: String) { data(Array((line + "\n").utf8)) }

  /// A line for people.
  package func say(_ line: String, _ style: Style? = nil) {
    let shown = line.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.harmless(String($0)) }
      .map { style?.applied(to: $0, colour: terminal.coloursError) ?? $0 }
    words(Array((shown.joined(separator: "\n") + "\n").utf8))
  }

  /// What went wrong, and the one command that would help.
  package func complain(_ problem: String, try command: String? = nil) {
    say("onedoor: \(problem)", .bad)
    if let command { say("Try: \(command)") }
  }

  /// Words without a line end, for a question.
  package func ask(_ question: String) { words(Array(TerminalText.harmless(question).utf8)) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // A reader that has gone has no use for the rest.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
