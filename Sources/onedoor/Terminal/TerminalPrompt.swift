import Foundation

/// Questions to the person at the terminal. Questions go where people's words go, answers come from standard input.
package struct TerminalPrompt: Sendable {
  package let output: Output
  package let input: Int32

  package init(output: Output, input: Int32 = STDIN_FILENO) {
    self.output = output
    self.input = input
  }

  /// Asks before something is destroyed. Only a written `yes` (or `y`) goes on.
  package func confirm(_ question: String, yes: Bool) throws(PromptRefusal) {
    if yes { return }
    guard output.terminal.inputIsTerminal else { throw .needsYes }
    output.ask("\(question) [y/N] ")
    let answer = try line()
    guard ["y", "yes"].contains(answer.lowercased()) else { throw .declined }
  }

  /// Asks for a secret without showing it. Where there is no terminal one line of standard input is taken, so that a
  /// script can pipe it in; it is never an argument, which every process of the machine can read.
  package func secret(_ label: String) throws(PromptRefusal) -> Secret {
    guard output.terminal.inputIsTerminal else { return Secret(try line()) }
    output.ask("\(label): ")
    let terminal = try HiddenInput(input)
    // The line end that the person typed was not shown either.
    defer { output.say("") }
    defer { terminal.restore() }
    return Secret(try terminal.line())
  }

  /// A new secret, typed twice where it cannot be seen.
  package func newSecret(_ label: String) throws(PromptRefusal) -> Secret {
    let first = try secret(label)
    guard output.terminal.inputIsTerminal else { return first }
    guard try secret("\(label), again") == first else { throw .different }
    return first
  }

  private func line() throws(PromptRefusal) -> String {
    var bytes: [UInt8] = []
    while let byte = HiddenInput.byte(input) {
      if byte == UInt8(ascii: "\n") { return try TerminalPrompt.text(bytes) }
      bytes.append(byte)
      guard bytes.count <= HiddenInput.limit else { throw .tooLong }
    }
    guard !bytes.isEmpty else { throw .noAnswer }
    return try TerminalPrompt.text(bytes)
  }

  static func text(_ bytes: [UInt8]) throws(PromptRefusal) -> String {
    let bytes = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...]
    guard !bytes.isEmpty else { throw .noAnswer }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    return text
  }
}
