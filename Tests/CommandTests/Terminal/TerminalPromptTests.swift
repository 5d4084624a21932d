import Foundation
import Testing
import onedoor

/// A terminal of its own for a test: what is written to `master` is typed at `slave`.
private struct PseudoTerminal {
  let master: Int32
  let slave: Int32

  init() throws {
    // `posix_openpt` and `ptsname` are not in Glibc's module; these are the calls behind them on Linux.
    let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
    let askNumber: UInt = 0x8004_5430  // TIOCGPTN
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    try #require(master >= 0 && ioctl(master, unlock, &isLocked) == 0 && ioctl(master, askNumber, &number) == 0)
    slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  var echoes: Bool {
    var settings = termios()
    return tcgetattr(slave, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  func close() {
    Foundation.close(master)
    Foundation.close(slave)
  }
}

/// Answers come from a terminal whose person types once the question is there.
@Suite(.serialized) struct TerminalPromptTests {
  private func ask<Value>(
    _ typed: [String], _ question: (TerminalPrompt) throws(PromptRefusal) -> Value
  ) throws -> (result: Result<Value, PromptRefusal>, words: String, echoes: Bool) {
    let terminal = try PseudoTerminal()
    defer { terminal.close() }
    let captured = CapturedOutput()
    let base = captured.output(TerminalFacts(inputIsTerminal: true))
    let typing = Thread { typeWhenHidden(terminal, captured, typed) }
    typing.start()
    let result = Result { () throws(PromptRefusal) in
      try question(TerminalPrompt(output: base, input: terminal.slave))
    }
    return (result, captured.words, terminal.echoes)
  }

  @Test func `a secret is read and not shown, and the terminal is as before`() throws {
    let (result, words, echoes) = try ask(["pa张\u{7F}ss\u{8}s word\n"]) { prompt throws(PromptRefusal) in
      try prompt.secret("Password")
    }
    #expect(try result.get() == Secret("pass word"))
    #expect(words == "Password: \n")
    #expect(echoes)
  }

  @Test func `a new secret is typed twice`() throws {
    let (same, words, _) = try ask(["one secret\n", "one secret\r"]) { prompt throws(PromptRefusal) in
      try prompt.newSecret("Password")
    }
    #expect(try same.get() == Secret("one secret"))
    #expect(words == "Password: \nPassword, again: \n")
    let (different, _, echoes) = try ask(["one secret\n", "other secret\n"]) { prompt throws(PromptRefusal) in
      try prompt.newSecret("Password")
    }
    #expect(throws: PromptRefusal.different) { try different.get() }
    #expect(echoes)
  }

  @Test(arguments: [
    ("abc\u{3}", PromptRefusal.cancelled), ("\u{4}", .cancelled), ("abc\u{15}\n", .noAnswer), ("\n", .noAnswer),
  ])
  func `a secret can be given up, and the terminal is as before`(typed: String, expected: PromptRefusal) throws {
    let (result, _, echoes) = try ask([typed]) { prompt throws(PromptRefusal) in try prompt.secret("Password") }
    #expect(throws: expected) { try result.get() }
    #expect(echoes)
  }

  @Test func `without a terminal a line of standard input is the secret`() throws {
    let (readEnd, writeEnd) = try pipe("from a pipe\nrest\n")
    defer { Foundation.close(readEnd) }
    _ = writeEnd
    let captured = CapturedOutput()
    #expect(
      try TerminalPrompt(output: captured.output(), input: readEnd).newSecret("Password") == Secret("from a pipe"))
    #expect(captured.words.isEmpty)
  }

  @Test(
    arguments: [
      ("y\n", nil), ("YES\n", nil), ("n\n", .declined), ("\n", .noAnswer), ("", .noAnswer), ("yup\n", .declined),
    ] as [(String, PromptRefusal?)])
  func `only yes is yes`(typed: String, refusal: PromptRefusal?) throws {
    let (readEnd, _) = try pipe(typed)
    defer { Foundation.close(readEnd) }
    let prompt = TerminalPrompt(
      output: CapturedOutput().output(TerminalFacts(inputIsTerminal: true)), input: readEnd)
    do throws(PromptRefusal) {
      try prompt.confirm("End 3 sessions?", yes: false)
      #expect(refusal == nil)
    } catch {
      #expect(error == refusal)
    }
  }

  @Test func `where nobody can answer --yes is wanted`() throws {
    let prompt = TerminalPrompt(output: CapturedOutput().output(), input: -1)
    #expect(throws: PromptRefusal.needsYes) { try prompt.confirm("End 3 sessions?", yes: false) }
    try prompt.confirm("End 3 sessions?", yes: true)
    #expect(PromptRefusal.needsYes.isUsage && !PromptRefusal.declined.isUsage)
  }

  private func pipe(_ text: String) throws -> (Int32, Int32) {
    var ends: [Int32] = [0, 0]
    try #require(Foundation.pipe(&ends) == 0)
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    Foundation.close(ends[1])
    return (ends[0], ends[1])
  }
}

/// Types each answer once its question stands there and the terminal hides what is typed: what was typed before is thrown
/// away, and so would be lost.
private func typeWhenHidden(_ terminal: PseudoTerminal, _ captured: CapturedOutput, _ answers: [String]) {
  for (index, answer) in answers.enumerated() {
    var patience = 5000
    while captured.words.split(separator: ": ", omittingEmptySubsequences: false).count < index + 2 || terminal.echoes,
      patience > 0
    {
      usleep(1000)
      patience -= 1
    }
    terminal.type(answer)
  }
}
