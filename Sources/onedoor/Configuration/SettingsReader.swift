/// From a document and the environment to a configuration, by the table.
struct SettingsReader {
  let file: String
  let cores: Int
  private var stated: [String: [StatedText]] = [:]
  private var firstPlaces: [String: Place] = [:]
  private(set) var problems: [ConfigurationProblem] = []

  init(file: String, cores: Int) {
    self.file = file
    self.cores = cores
  }

  // MARK: the file

  mutating func read(_ document: DocumentNode) {
    switch document.content {
    case .mapping(let entries): walk(entries, in: "")
    case .empty: break
    case .text, .list: problem(document.place, "wants names and values, as issuer: http://localhost:8080")
    }
  }

  private mutating func walk(_ entries: [DocumentEntry], in group: String) {
    for entry in entries {
      let key = group + entry.name
      // One way to write a setting: `sessions: {idle: …}`, never `sessions.idle: …`.
      let isPlain = !entry.name.contains(".")
      let setting = isPlain ? Setting.table.first { $0.key.utf8.elementsEqual(key.utf8) } : nil
      let isGroup = isPlain && Setting.table.contains { $0.key.utf8.starts(with: (key + ".").utf8) }
      guard setting != nil || isGroup else {
        problem(entry.place, "\(key) is no setting" + SettingSpelling.hint(key))
        continue
      }
      if case .file(_, let line, _) = firstPlaces[key] {
        problem(entry.place, "\(key) is given twice, first in line \(line)")
        continue
      }
      firstPlaces[key] = entry.place
      if let setting { take(entry.value, for: setting) } else { descend(entry, into: key) }
    }
  }

  private mutating func descend(_ entry: DocumentEntry, into key: String) {
    switch entry.value.content {
    case .mapping(let inner): walk(inner, in: key + ".")
    case .empty: problem(entry.place, "\(key) has nothing in it: remove it, or give it its settings")
    case .text, .list:
      let first = Setting.table.first { $0.key.hasPrefix(key + ".") }?.key.dropFirst(key.count + 1) ?? ""
      problem(entry.value.place, "\(key) wants settings, as \(key): {\(first): …}, and not \(entry.value.kind)")
    }
  }

  private mutating func take(_ value: DocumentNode, for setting: Setting) {
    let key = setting.key
    switch value.content {
    case .text(let text, _): stated[key] = [StatedText(text, value.place)]
    case .empty: problem(value.place, "\(key) has no value: remove it, or give it one (\(setting.form))")
    case .mapping: problem(value.place, "\(key) wants a value (\(setting.form)), and not a mapping")
    case .list where !setting.isList: problem(value.place, "\(key) wants one value (\(setting.form)), and not a list")
    case .list(let items):
      stated[key] = []
      if items.isEmpty, setting.fallback == .required { problem(value.place, "\(key) is an empty list") }
      for item in items {
        if let text = item.text {
          stated[key]?.append(StatedText(text, item.place))
        } else {
          problem(item.place, "\(key) wants a value here (\(setting.form)), and not \(item.kind)")
        }
      }
    }
  }

  // MARK: the environment

  /// An override replaces what the file says; the file's value is checked all the same.
  mutating func read(environment: [String: String]) {
    for name in environment.keys.sorted() where name.hasPrefix(Setting.prefix) && name != Configuration.variable {
      let place = Place.environment(name)
      guard let setting = Setting.table.first(where: { $0.variable.utf8.elementsEqual(name.utf8) }) else {
        problem(place, "names no setting" + SettingSpelling.variableHint(name))
        continue
      }
      let value = environment[name] ?? ""
      guard !value.isEmpty else {
        problem(place, "is empty: unset it, or give it a value (\(setting.form))")
        continue
      }
      if let own = stated[setting.key] { check(own, setting) }
      let texts =
        setting.isList ? value.split(separator: ",", omittingEmptySubsequences: false).map(String.init) : [value]
      firstPlaces[setting.key] = place
      stated[setting.key] = texts.map { StatedText($0, place) }
    }
  }

  private mutating func check(_ texts: [StatedText], _ setting: Setting) {
    guard let issuer = try? Issuer("https://onedoor.invalid") else { return }
    var scratch = Configuration(issuer: issuer)
    setting.assign(texts, &scratch, &problems)
  }

  // MARK: the value

  mutating func configuration() throws(ConfigurationErrors) -> Configuration {
    guard let nowhere = try? Issuer("https://onedoor.invalid") else { throw ConfigurationErrors(.wholeFile(file), "") }
    var result = Configuration(issuer: nowhere)
    for setting in Setting.table {
      if let texts = stated[setting.key] {
        setting.assign(texts, &result, &problems)
        continue
      }
      let whole = Place.wholeFile(file)
      switch setting.fallback {
      case .required where firstPlaces[setting.key] == nil:
        problem(whole, "\(setting.key) is missing (\(setting.form)): \(setting.help)")
      case .required, .off: break
      case .text(let text): setting.assign([StatedText(text, whole)], &result, &problems)
      case .cores: setting.assign([StatedText(String(min(max(cores, 1), 64)), whole)], &result, &problems)
      }
    }
    if problems.isEmpty { problems = ConfigurationChecks(places: firstPlaces, file: file).problems(of: result) }
    guard problems.isEmpty else { throw ConfigurationErrors(problems) }
    result.stated = Set(stated.keys)
    return result
  }

  private mutating func problem(_ place: Place, _ message: String) {
    problems.append(ConfigurationProblem(place, message))
  }
}
