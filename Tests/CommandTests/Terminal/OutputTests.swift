import ArgumentParser
import OneDoorJOSE
import Synchronization
import Testing
import onedoor

/// Both streams of a command, kept.
final class CapturedOutput: Sendable {
  private let streams = Mutex<(data: [UInt8], words: [UInt8])>(([], []))

  func output(_ terminal: TerminalFacts = TerminalFacts()) -> Output {
    Output(
      terminal: terminal, data: { bytes in self.streams.withLock { $0.data += bytes } },
      words: { bytes in self.streams.withLock { $0.words += bytes } })
  }

  var data: String { streams.withLock { String(decoding: $0.data, as: UTF8.self) } }
  var words: String { streams.withLock { String(decoding: $0.words, as: UTF8.self) } }
}

@Suite struct OutputTests {
  @Test func `data and words keep apart`() {
    let captured = CapturedOutput()
    let output = captured.output()
    output.say("Looking…")
    output.print(JSON.object(["login": "zhang.wei"]))
    output.complain("no such person", try: "onedoor person list")
    #expect(captured.data == "{\"login\":\"zhang.wei\"}\n")
    #expect(captured.words == "Looking…\nonedoor: no such person\nTry: onedoor person list\n")
  }

  @Test func `colour only on a terminal that wants it`() {
    let captured = CapturedOutput()
    captured.output(TerminalFacts(outputIsTerminal: true, allowsColour: true)).say("a", .bad)
    captured.output(TerminalFacts(errorIsTerminal: true, allowsColour: false)).say("b", .bad)
    captured.output(TerminalFacts(errorIsTerminal: true, allowsColour: true)).say("c", .bad)
    #expect(captured.words == "a\nb\n\u{1B}[31mc\u{1B}[0m\n")
  }

  @Test func `NO_COLOR and a dumb terminal forbid it`() {
    #expect(TerminalFacts.allowsColour(environment: [:]))
    #expect(TerminalFacts.allowsColour(environment: ["NO_COLOR": ""]))
    #expect(!TerminalFacts.allowsColour(environment: ["NO_COLOR": "1"]))
    #expect(!TerminalFacts.allowsColour(environment: ["TERM": "dumb"]))
  }

  @Test func `words cannot command the terminal either`() {
    let captured = CapturedOutput()
    captured.output().say("person \u{1B}[2J\nnext")
    #expect(captured.words == "person \u{FFFD}[2J\nnext\n")
  }

  @Test func `exit codes are the documented ones`() {
    let codes = [ExitCode.success, .failure, .usage, .refusedByPolicy]
    #expect(codes.map(\.rawValue) == [0, 1, 2, 4])
    #expect(ExitCode.validationFailure.settled == .usage)
    #expect(ExitCode.failure.settled == .failure)
    for code in codes { #expect(ExitCode.explanation.contains("\n  \(code.rawValue)  ")) }
  }
}
