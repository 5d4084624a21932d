/// The members of a JSON object in the order they came. Names are told apart by their bytes and occur once.
package struct JSONObject: Sendable {
  package private(set) var members: [(name: String, value: JSON)]

  package init() { members = [] }

  /// A later member of the same name takes the place of an earlier one.
  package init(_ members: some Sequence<(String, JSON)>) {
    self.init()
    for (name, value) in members { self[name] = value }
  }

  package init(_ members: KeyValuePairs<String, JSON>) { self.init(members.map { ($0.key, $0.value) }) }

  /// For the parser, which has refused duplicates itself.
  init(distinct members: [(name: String, value: JSON)]) { self.members = members }

  /// Setting nil takes the member away; a member that is JSON's null is `.some(.null)`.
  package subscript(_ name: String) -> JSON? {
    get {
      for member in members where member.name.hasSameBytes(as: name) { return member.value }
      return nil
    }
    set {
      let place = members.firstIndex { $0.name.hasSameBytes(as: name) }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append((name, value))
      case (nil, nil): break
      }
    }
  }
}

extension JSONObject: Equatable {
  package static func == (a: JSONObject, b: JSONObject) -> Bool {
    guard a.members.count == b.members.count else { return false }
    return zip(a.members, b.members).allSatisfy { mine, theirs in
      let same = mine.name.hasSameBytes(as: theirs.name) ? theirs.value : b[mine.name]
      return same == mine.value
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}
