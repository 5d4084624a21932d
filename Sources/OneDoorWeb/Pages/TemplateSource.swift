/// A template as it is written: Mustache in which `[[key]]` is a sentence of the language and `@{name}` a constant.
///
/// Sentences are put in before Mustache reads the template, once per language at start: a page then costs only its own
/// values. A place in a sentence becomes a Mustache variable of the same name. `[[isolate key]]` wraps places in
/// `<bdi>`, so that a name in another script keeps its direction to itself; titles and attributes take no elements and
/// use the plain form.
package struct TemplateSource: Sendable {
  package let name: String
  package let text: String

  package init(_ name: TemplateName) throws {
    guard let text = EmbeddedResources.text(name.path) else { throw PageFault.missingResource(name.path) }
    self.name = name.rawValue
    self.text = text.description
  }

  func spoken(in phrases: Phrases, constants: [String: String]) throws -> String {
    var result = text
    for (name, value) in constants {
      result = result.split(separator: "@{\(name)}", omittingEmptySubsequences: false)
        .joined(separator: HTMLText(escaping: value).markup)
    }
    return try Self.replacingMarks(in: result) { mark in
      let words = mark.split(separator: " ")
      switch (words.count, words.first) {
      case (1, let key?):
        return try phrases.phrase(String(key)).markup { "{{{\($0)}}}" }
      case (2, "isolate"?):
        return try phrases.phrase(String(words[1])).markup { "<bdi>{{{\($0)}}}</bdi>" }
      default:
        throw PageFault.malformedTemplate(name)
      }
    }
  }

  /// The keys this template speaks.
  package var keys: Set<String> {
    var keys: Set<String> = []
    _ = try? Self.replacingMarks(in: text) { mark in
      if let key = mark.split(separator: " ").last { keys.insert(String(key)) }
      return ""
    }
    return keys
  }

  private static func replacingMarks(in text: String, with replacement: (Substring) throws -> String) throws -> String {
    var result = ""
    for (number, part) in text.split(separator: "[[", omittingEmptySubsequences: false).enumerated() {
      guard number > 0 else {
        result += part
        continue
      }
      let halves = part.split(separator: "]]", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else { throw PageFault.malformedTemplate(String(part.prefix(40))) }
      result += try replacement(halves[0]) + halves[1]
    }
    return result
  }
}
