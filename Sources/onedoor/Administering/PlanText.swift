package import OneDoorJOSE

/// The plan of an `apply` as people read it: `+` comes, `~` changes, `=` stays.
package enum PlanText {
  static func show(_ plan: JSONObject, _ output: Output) {
    for line in lines(plan) { output.print(line: line) }
  }

  package static func lines(_ plan: JSONObject) -> [String] {
    (plan["plan"]?.array ?? []).compactMap(\.object).flatMap { entry -> [String] in
      let sign =
        switch entry["action"]?.string {
        case "add": "+"
        case "change": "~"
        default: "="
        }
      let head = "\(sign) \(entry["kind"]?.string ?? "") \(TerminalText.harmless(entry["id"]?.string ?? ""))"
      let changes = (entry["changes"]?.array ?? []).compactMap(\.object).map { change in
        let (field, old, new) = (
          change["field"]?.string ?? "", change["old"]?.string ?? "", change["new"]?.string ?? ""
        )
        return "    \(field): \(TerminalText.harmless(old)) → \(TerminalText.harmless(new))"
      }
      return [head] + changes
    }
  }

  /// Secrets that were made: on standard output, since they are what a script came for, and this once alone.
  static func showSecrets(_ done: JSONObject, _ output: Output) {
    let made = (done["plan"]?.array ?? []).compactMap(\.object).compactMap { entry -> (String, String)? in
      guard let id = entry["id"]?.string, let secret = entry["secret"]?.string else { return nil }
      return (id, secret)
    }
    guard !made.isEmpty else { return }
    output.say("Secrets that were made. They are shown this once and stored as hashes:")
    for (id, secret) in made { output.print(line: "\(id)  \(secret)") }
  }
}
