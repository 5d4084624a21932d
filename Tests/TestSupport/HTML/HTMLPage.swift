/// What a journey over HTTP needs to know of a page.
package struct HTMLPage: Sendable {
  package struct Link: Sendable, Equatable {
    package let text: String
    package let href: String
  }

  package private(set) var title = ""
  package private(set) var language = ""
  package private(set) var headings: [String] = []
  package private(set) var links: [Link] = []
  package private(set) var forms: [HTMLForm] = []
  /// All that a reader sees, white space collapsed.
  package private(set) var text = ""
  /// The classes of every element, for what only a style sheet shows.
  package private(set) var elements: [(name: String, attributes: [String: String])] = []

  package init(_ html: String) {
    var open: [(name: String, attributes: [String: String], text: String)] = []
    for token in HTMLTokens.of(html) {
      switch token {
      case .text(let piece):
        for index in open.indices { open[index].text += piece }
        if !open.contains(where: { ["head", "script", "style", "title"].contains($0.name) }) { text += piece }
      case .open(let name, let attributes):
        elements.append((name, attributes))
        if name == "html" { language = attributes["lang"] ?? "" }
        if name == "form" { forms.append(HTMLForm(attributes)) }
        if !forms.isEmpty, open.contains(where: { $0.name == "form" }) { forms[forms.count - 1].add(name, attributes) }
        if !["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"].contains(name) {
          open.append((name, attributes, ""))
        }
        if !["a", "abbr", "b", "code", "em", "i", "small", "span", "strong"].contains(name) { text += " " }
      case .close(let name):
        guard let index = open.lastIndex(where: { $0.name == name }) else { continue }
        finish(open[index].name, open[index].attributes, collapsed(open[index].text))
        open.removeSubrange(index...)
        if !["a", "abbr", "b", "code", "em", "i", "small", "span", "strong"].contains(name) { text += " " }
      }
    }
    text = collapsed(text)
  }

  /// The first form whose action holds `part`.
  package func form(action part: String) -> HTMLForm? { forms.first { $0.action.contains(part) } }

  /// The target of the first link whose text holds `part`.
  package func href(ofLink part: String) -> String? { links.first { $0.text.contains(part) }?.href }

  private mutating func finish(_ name: String, _ attributes: [String: String], _ text: String) {
    switch name {
    case "title": if title.isEmpty { title = text }
    case "h1", "h2", "h3": headings.append(text)
    case "a": if let href = attributes["href"] { links.append(Link(text: text, href: href)) }
    case "button": if !forms.isEmpty { forms[forms.count - 1].name(lastButton: text) }
    default: break
    }
  }
}

private func collapsed(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
