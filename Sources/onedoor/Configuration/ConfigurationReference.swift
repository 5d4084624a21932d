/// `config/onedoor.yaml`, generated: what must be said, then every other setting commented with its default.
package enum ConfigurationReference {
  package static func yaml() -> String {
    var lines = opening
    for setting in Setting.table where setting.fallback == .required {
      lines.append(aligned("\(setting.key): \(leastValues[setting.key] ?? "")", setting.help))
    }
    lines += ["", "# Every other setting, with its default. Take away the # in front to change one.", "#"]
    var group = ""
    for setting in Setting.table where setting.fallback != .required {
      let parts = setting.key.split(separator: ".").map(String.init)
      if parts.count == 2, parts[0] != group { lines.append("#\(parts[0]):") }
      group = parts.count == 2 ? parts[0] : ""
      let indent = parts.count == 2 ? "  " : ""
      lines.append(aligned("#\(indent)\(parts.last ?? ""): \(shown(setting))", comment(setting)))
    }
    lines.append("...")
    return lines.joined(separator: "\n") + "\n"
  }

  private static let opening = [
    "---",
    "# OneDoor's configuration. Changes take effect at the next start, or on SIGHUP where it says \"reloads\".",
    "# Relative paths start at the directory in which onedoor is started.",
    "# Any setting can be given in the environment too: sessions.idle is ONEDOOR_SESSIONS_IDLE.",
    "# The file begins with --- and ends with ... so that one written only half is noticed.",
    "",
  ]

  /// The least file that serves.
  private static let leastValues = [
    "issuer": "http://localhost:8080", "listen": "localhost:8080", "data": "./data", "keys": "./keys",
    "store": "sqlite",
  ]

  private static func shown(_ setting: Setting) -> String {
    switch setting.fallback {
    case .text(let text): text
    case .cores: "2"
    case .off, .required: setting.example ?? ""
    }
  }

  private static func comment(_ setting: Setting) -> String {
    var notes = [setting.form]
    switch setting.fallback {
    case .cores: notes.append("default: one a core")
    case .off: notes.append("default: none")
    case .text, .required: break
    }
    if setting.reloads != nil { notes.append("reloads") }
    return "\(setting.help) (\(notes.joined(separator: "; ")))"
  }

  private static func aligned(_ left: String, _ comment: String) -> String {
    left + String(repeating: " ", count: max(1, 34 - left.count)) + " # " + comment
  }
}
