/// A YAML document as we accept it: text, lists and mappings, each with its place. No anchors, aliases or tags, so that
/// what stands in the file is what is meant.
package struct DocumentNode: Sendable {
  package let place: Place
  package let content: Content

  package enum Content: Sendable {
    /// Nothing, `~` or `null`, unquoted.
    case empty
    /// A scalar. Plain ones may be numbers or words; quoted ones are text.
    case text(String, isPlain: Bool)
    case list([DocumentNode])
    case mapping([DocumentEntry])
  }

  package init(place: Place, content: Content) {
    self.place = place
    self.content = content
  }

  package var text: String? {
    if case .text(let text, _) = content { text } else { nil }
  }

  /// What stands here, for a message that says what should stand there.
  package var kind: String {
    switch content {
    case .empty: "nothing"
    case .text: "a single value"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

package struct DocumentEntry: Sendable {
  package let name: String
  package let place: Place
  package let value: DocumentNode

  package init(name: String, place: Place, value: DocumentNode) {
    self.name = name
    self.place = place
    self.value = value
  }
}
