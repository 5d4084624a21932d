import OneDoorJOSE
import OneDoorRules

/// Sessions in a table.
enum SessionText {
  static func show(_ answer: JSONObject, _ console: Console) {
    console.output.print(table(answer, console.now))
  }

  /// For a question: where people's words go.
  static func showAsWords(_ answer: JSONObject, _ console: Console) {
    let text = table(answer, console.now).rendered(width: console.output.terminal.width, colour: false)
    console.output.say(String(text.dropLast()))
  }

  static func table(_ answer: JSONObject, _ now: UnixTime) -> Table {
    var table = Table([
      .init("id", isNumber: true), .init("person"), .init("name", shrinks: true), .init("departments", shrinks: true),
      .init("signed in"), .init("last active"), .init("ends"),
    ])
    for session in (answer["sessions"]?.array ?? []).compactMap(\.object) {
      let departments = (session["departments"]?.array ?? []).compactMap { $0.object?["department"]?.string }
      func relative(_ name: String) -> Table.Cell {
        .init(session[name]?.integer.map { TimeText.relative(UnixTime($0), now: now) } ?? "")
      }
      table.add([
        .init(session["id"]?.integer.map { String($0) } ?? ""), .init(session["person"]?.string ?? ""),
        .init(session["name"]?.string ?? ""), .init(departments.joined(separator: " ")), relative("auth_time"),
        session["idle"]?.bool == true ? .init("idle") : relative("last_active"), relative("expires_at"),
      ])
    }
    return table
  }
}
