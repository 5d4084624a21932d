/// What keeps bytes from being one JSON value. Places are byte offsets.
package enum JSONError: Error, Equatable, Sendable {
  case tooLong
  case tooDeep
  case syntax(at: Int)
  case encoding(at: Int)
  case number(at: Int)
  case duplicate(String)
  case notAnObject
}

extension JSONError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooLong: "JSON that is too long"
    case .tooDeep: "JSON that is nested too deeply"
    case .syntax(let place): "not JSON at byte \(place)"
    case .encoding(let place): "not UTF-8, or half a surrogate pair, at byte \(place)"
    case .number(let place): "a number out of range at byte \(place)"
    case .duplicate(let name): "a JSON object with two members \"\(name)\""
    case .notAnObject: "JSON that is not an object"
    }
  }
}

/// How much of a stranger's JSON is read. Depth is stack: 32 levels take a few KiB.
package struct JSONLimits: Sendable {
  package var maximumBytes: Int
  package var maximumDepth: Int

  package init(maximumBytes: Int, maximumDepth: Int) {
    self.maximumBytes = maximumBytes
    self.maximumDepth = maximumDepth
  }

  package static let standard = JSONLimits(maximumBytes: 1 << 20, maximumDepth: 32)
}
