/// What a person who wrote a wrong key probably meant.
enum SettingSpelling {
  static func hint(_ key: String) -> String {
    let keys = Setting.table.map(\.key)
    let group = key.split(separator: ".").dropLast().joined(separator: ".")
    // The name alone, in another group: `idle:` at the top of the file.
    let last = key.split(separator: ".").last.map(String.init) ?? key
    let elsewhere = keys.first { $0.hasSuffix("." + last) }
    if keys.contains(key) { return inGroups(key) }
    let groups = Set(keys.compactMap { $0.split(separator: ".").dropLast().last.map(String.init) })
    let siblings = keys.filter { $0.split(separator: ".").dropLast().joined(separator: ".") == group }
    if let near = Spelling.nearest(to: key, in: siblings + (group.isEmpty ? groups.sorted() : [])) {
      return ": did you mean \(near)?"
    }
    if let near = elsewhere ?? Spelling.nearest(to: key, in: keys) { return ": did you mean \(near)?" }
    return ""
  }

  static func variableHint(_ name: String) -> String {
    let names = Setting.table.map(\.variable) + [Configuration.variable]
    if let near = Spelling.nearest(to: name, in: names) { return ": did you mean \(near)?" }
    return ": names that begin with \(Setting.prefix) are for settings only"
  }

  private static func inGroups(_ key: String) -> String {
    let parts = key.split(separator: ".")
    guard let last = parts.last, parts.count > 1 else { return "" }
    return ": write it as \(parts.dropLast().joined(separator: ": {")): {\(last): …}"
  }
}
