import Foundation

/// What the command knows about where its words go.
package struct TerminalFacts: Sendable, Equatable {
  package var outputIsTerminal: Bool
  package var errorIsTerminal: Bool
  package var inputIsTerminal: Bool
  /// Cells in a line; nil where standard output is no terminal.
  package var width: Int?
  package var allowsColour: Bool

  package init(
    outputIsTerminal: Bool = false, errorIsTerminal: Bool = false, inputIsTerminal: Bool = false, width: Int? = nil,
    allowsColour: Bool = true
  ) {
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.inputIsTerminal = inputIsTerminal
    self.width = width
    self.allowsColour = allowsColour
  }

  package static func current(environment: [String: String]) -> TerminalFacts {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return TerminalFacts(
      outputIsTerminal: isTerminal, errorIsTerminal: isatty(STDERR_FILENO) == 1,
      inputIsTerminal: isatty(STDIN_FILENO) == 1, width: isTerminal ? width(environment: environment) : nil,
      allowsColour: allowsColour(environment: environment))
  }

  package var coloursOutput: Bool { outputIsTerminal && allowsColour }
  package var coloursError: Bool { errorIsTerminal && allowsColour }

  /// https://no-color.org: any value but the empty one. A dumb terminal would print the codes.
  package static func allowsColour(environment: [String: String]) -> Bool {
    environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }

  private static func width(environment: [String: String]) -> Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    if let columns = environment["COLUMNS"].flatMap(Int.init), (20...1000).contains(columns) { return columns }
    return 80
  }
}
