import OneDoorJOSE
import OneDoorRules

/// One thing with its fields, a line each.
enum FieldText {
  static func table(
    _ object: JSONObject, times: (TimeText, now: UnixTime)? = nil, timeNames: [String] = []
  ) -> Table {
    var table = Table([.init("field"), .init("value")])
    for member in object.members {
      if let times, isTime(member.name) || timeNames.contains(member.name), let seconds = member.value.integer {
        table.add([.init(member.name), .init(times.0.both(UnixTime(seconds), now: times.now))])
      } else {
        table.add([.init(member.name), .init(text(member.value))])
      }
    }
    return table
  }

  static func text(_ json: JSON) -> String {
    switch json {
    case .null: "none"
    case .bool(let value): value ? "yes" : "no"
    case .integer(let value): String(value)
    case .string(let value): value
    case .array(let values): values.isEmpty ? "none" : values.map(text).joined(separator: ", ")
    case .number, .object: String(decoding: json.serialized(), as: UTF8.self)
    }
  }

  private static func isTime(_ name: String) -> Bool {
    name.hasSuffix("_at") || ["last_active", "auth_time", "last_sign_in", "activates"].contains(name)
  }
}
