import ArgumentParser
import OneDoorJOSE

/// What ends sessions, from every noun: shows what it will hit, asks, does it, and says what ended. With `dryRun` the
/// showing is all.
struct Ending: Sendable {
  let verb: String
  let arguments: JSONObject
  let reason: String?
  let question: String
  let dryRun: Bool
  let yes: Bool
  let json: Bool

  /// The server's answer; nil where nothing was to be done for real.
  func carryOut(_ connection: AdminConnection, _ console: Console) async throws -> JSONObject? {
    // Asked for before anything else: a script without --yes should hear of it whatever the store holds.
    if !dryRun, !yes, !console.output.terminal.inputIsTerminal { throw PromptRefusal.needsYes }
    if dryRun || !yes {
      let preview = try await call(connection, dryRun: true)
      if dryRun {
        json ? console.output.print(.object(preview)) : SessionText.show(preview, console)
        if !json { console.output.say("\(Self.summary(preview)) would end. Nothing was done.") }
        return nil
      }
      SessionText.showAsWords(preview, console)
      try console.prompt.confirm("\(question)? \(Self.summary(preview)) will end.", yes: yes)
    }
    let answer = try await call(connection, dryRun: false)
    if json {
      console.output.print(.object(answer))
    } else {
      console.output.say("\(Self.summary(answer)) ended.", .good)
    }
    return answer
  }

  private func call(_ connection: AdminConnection, dryRun: Bool) async throws -> JSONObject {
    var request = arguments
    request["dry_run"] = .bool(dryRun)
    if let reason { request["reason"] = .string(reason) }
    return try await connection.call(verb, request)
  }

  static func summary(_ answer: JSONObject) -> String {
    let sessions = (answer["sessions"]?.array ?? []).compactMap(\.object)
    let participations = sessions.map { $0["departments"]?.array?.count ?? 0 }.reduce(0, +)
    return "\(counted(sessions.count, "session")) at \(counted(participations, "department"))"
  }

  private static func counted(_ count: Int, _ word: String) -> String { count == 1 ? "1 \(word)" : "\(count) \(word)s" }
}
