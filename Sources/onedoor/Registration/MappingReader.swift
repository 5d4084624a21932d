/// Takes the entries of one mapping by name, and reports everything that it does not know.
struct MappingReader {
  /// What the mapping describes, for messages: `department housing`.
  let subject: String
  let place: Place
  let names: [String]
  private var entries: [String: DocumentEntry] = [:]
  private(set) var problems: [ConfigurationProblem] = []

  /// Nil where the node is no mapping; then the problem is reported to the caller. `label` names the entry that tells one
  /// mapping of the kind from another.
  init?(
    _ node: DocumentNode, subject: String, label: String? = nil, names: [String], problems: inout [ConfigurationProblem]
  ) {
    guard case .mapping(let all) = node.content else {
      problems.append(
        ConfigurationProblem(node.place, "\(subject) wants names and values, and not \(node.kind)"))
      return nil
    }
    let name = all.first { $0.name == label }?.value.text
    self.subject = subject + (name.map { " " + TerminalText.harmless($0) } ?? "")
    self.names = names
    place = node.place
    for entry in all {
      guard names.contains(where: { $0.utf8.elementsEqual(entry.name.utf8) }) else {
        let hint = Spelling.nearest(to: entry.name, in: names).map { ": did you mean \($0)?" } ?? ""
        problem(entry.place, "\(self.subject) has no entry \(entry.name)\(hint)")
        continue
      }
      if let first = entries[entry.name] {
        problem(entry.place, "\(entry.name) is given twice" + MappingReader.line(of: first.place))
        continue
      }
      entries[entry.name] = entry
    }
  }

  static func line(of place: Place) -> String {
    if case .file(_, let line, _) = place { ", first in line \(line)" } else { "" }
  }

  mutating func problem(_ place: Place, _ message: String) { problems.append(ConfigurationProblem(place, message)) }

  /// A problem with an entry, or with the whole mapping where the entry is absent.
  mutating func problem(at name: String, _ message: String) {
    problem(entries[name]?.place ?? place, "\(subject): \(message)")
  }

  func has(_ name: String) -> Bool { entries[name] != nil }
  func node(_ name: String) -> DocumentNode? { entries[name]?.value }

  /// How many items were written, whether or not they could be read.
  func count(_ name: String) -> Int {
    if case .list(let items) = node(name)?.content { items.count } else { 0 }
  }

  /// Reports problems found elsewhere, as in a mapping inside this one.
  mutating func add(_ found: [ConfigurationProblem]) { problems += found }

  mutating func one<Value>(_ name: String, _ read: (String) throws(WrongValue) -> Value) -> Value? {
    guard let node = node(name) else { return nil }
    return take(node, name, read)
  }

  mutating func required<Value>(_ name: String, _ read: (String) throws(WrongValue) -> Value) -> Value? {
    guard has(name) else {
      problem(place, "\(subject): \(name) is missing")
      return nil
    }
    return one(name, read)
  }

  /// The values that can be read; nil where the entry is absent or no list.
  mutating func list<Value: Equatable>(
    _ name: String, limit: Int = 64, _ read: (String) throws(WrongValue) -> Value
  ) -> [Value]? {
    guard let node = node(name) else { return nil }
    guard case .list(let items) = node.content else {
      problem(node.place, "\(subject): \(name) wants a list, as [a, b], and not \(node.kind)")
      return nil
    }
    guard items.count <= limit else {
      problem(node.place, "\(subject): \(name) has more than \(limit) entries")
      return nil
    }
    var values: [Value] = []
    for item in items {
      guard let value = take(item, name, read) else { continue }
      if values.contains(value) {
        problem(item.place, "\(subject): \(name) lists \(item.text ?? "") twice")
      } else {
        values.append(value)
      }
    }
    return values
  }

  /// `true` or `false`, unquoted: the many other words of YAML 1.1 for them are refused.
  mutating func flag(_ name: String) -> Bool? {
    guard let node = node(name) else { return nil }
    switch node.content {
    case .text("true", isPlain: true): return true
    case .text("false", isPlain: true): return false
    default:
      problem(node.place, "\(subject): \(name) wants true or false")
      return nil
    }
  }

  private mutating func take<Value>(
    _ node: DocumentNode, _ name: String, _ read: (String) throws(WrongValue) -> Value
  ) -> Value? {
    guard let text = node.text else {
      problem(node.place, "\(subject): \(name) wants a value, and not \(node.kind)")
      return nil
    }
    do throws(WrongValue) {
      return try read(text)
    } catch {
      problem(node.place, "\(subject): \(name) \(error.message)")
      return nil
    }
  }
}
