internal import Yams

/// Text to nodes through Yams, with every name that stands twice kept.
///
/// Yams stops at the first mapping with a repeated name and reports one of them. Problems are to be reported all at once,
/// so a repeated name gets a mark of its own in front and the text is composed again; the walk takes the marks away and
/// finds the names side by side. The price is one parse for each repeated name, at most 100.
package enum DocumentComposer {
  package static func compose(_ text: String, file: String) throws(ConfigurationErrors) -> DocumentNode {
    var marked = MarkedText(text)
    while true {
      do {
        let parser = try Parser(yaml: marked.text, resolver: .basic, encoding: .utf8)
        // Anchors live as long as their parser, and the conversion refuses every node that has one.
        return try withExtendedLifetime(parser) { () throws(any Error) -> DocumentNode in
          guard let root = try parser.singleRoot() else {
            return DocumentNode(place: .file(file, line: 1, column: 1), content: .empty)
          }
          var conversion = NodeConversion(file: file, marked: marked)
          let node = conversion.node(root)
          guard conversion.problems.isEmpty else { throw ConfigurationErrors(conversion.problems) }
          return node
        }
      } catch let errors as ConfigurationErrors {
        throw errors
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        guard marked.count < 100, marked.mark(line: context.mark.line, column: context.mark.column) else {
          let place = marked.place(line: context.mark.line, column: context.mark.column, file: file)
          throw ConfigurationErrors(place, "\(names.map(MarkedText.unmarked).joined(separator: ", ")) is given twice")
        }
      } catch {
        throw ConfigurationErrors([problem(error, marked: marked, file: file)])
      }
    }
  }

  private static func problem(_ error: any Error, marked: MarkedText, file: String) -> ConfigurationProblem {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let about = context.map { $0.text + ": " } ?? ""
      return ConfigurationProblem(
        marked.place(line: mark.line, column: mark.column, file: file), "is not YAML: \(about)\(problem)")
    default:
      return ConfigurationProblem(.wholeFile(file), "is not YAML")
    }
  }
}

/// One conversion of Yams' nodes to ours.
private struct NodeConversion {
  let file: String
  let marked: MarkedText
  var problems: [ConfigurationProblem] = []

  /// Deep nesting is nobody's configuration; the limit keeps a hostile file from the end of the stack.
  private static let depth = 16
  private static let ordinaryTags: Set<Tag.Name> = [.str, .seq, .map, .implicit, .nonSpecific]

  init(file: String, marked: MarkedText) {
    self.file = file
    self.marked = marked
  }

  mutating func node(_ node: Node, depth: Int = 0) -> DocumentNode {
    let place = place(of: node)
    func nothing() -> DocumentNode { DocumentNode(place: place, content: .empty) }
    guard depth < Self.depth else {
      problems.append(ConfigurationProblem(place, "is nested too deeply"))
      return nothing()
    }
    guard node.anchor == nil else {
      problems.append(ConfigurationProblem(place, "anchors (&) and aliases (*) are not accepted: write the value out"))
      return nothing()
    }
    guard Self.ordinaryTags.contains(Tag.Name(rawValue: node.tag.rawValue)) else {
      problems.append(ConfigurationProblem(place, "tags (!) are not accepted"))
      return nothing()
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      if isPlain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return nothing() }
      return DocumentNode(place: place, content: .text(scalar.string, isPlain: isPlain))
    case .sequence(let sequence):
      var items: [DocumentNode] = []
      for item in sequence { items.append(self.node(item, depth: depth + 1)) }
      return DocumentNode(place: place, content: .list(items))
    case .mapping(let mapping):
      var entries: [DocumentEntry] = []
      for (key, value) in mapping {
        let keyPlace = self.place(of: key)
        guard case .scalar(let name) = key, key.anchor == nil else {
          problems.append(ConfigurationProblem(keyPlace, "a name must be a plain word"))
          continue
        }
        entries.append(
          DocumentEntry(
            name: MarkedText.unmarked(name.string), place: keyPlace, value: self.node(value, depth: depth + 1)))
      }
      return DocumentNode(place: place, content: .mapping(entries))
    case .alias:
      problems.append(ConfigurationProblem(place, "aliases (*) are not accepted: write the value out"))
      return nothing()
    }
  }

  private func place(of node: Node) -> Place {
    guard let mark = node.mark else { return .wholeFile(file) }
    return marked.place(line: mark.line, column: mark.column, file: file)
  }
}
