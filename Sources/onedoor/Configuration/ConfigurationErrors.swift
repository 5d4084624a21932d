/// Where something was written: a place in a file, a whole file, or an environment variable.
package enum Place: Sendable, Hashable, CustomStringConvertible {
  case file(String, line: Int, column: Int)
  case wholeFile(String)
  case environment(String)

  package var description: String {
    switch self {
    case .file(let file, let line, let column): "\(file):\(line):\(column)"
    case .wholeFile(let file): file
    case .environment(let name): name
    }
  }

  /// The order in which problems are printed: as the file is read, then the environment.
  fileprivate var rank: (Int, Int, Int) {
    switch self {
    case .wholeFile: (0, 0, 0)
    case .file(_, let line, let column): (1, line, column)
    case .environment: (2, 0, 0)
    }
  }
}

/// One thing that is wrong, and where.
package struct ConfigurationProblem: Sendable, Hashable, CustomStringConvertible {
  package let place: Place
  package let message: String

  package init(_ place: Place, _ message: String) {
    self.place = place
    self.message = message
  }

  package var description: String { "\(place): \(message)" }
}

/// Everything that is wrong, so that a person mends a file in one pass. It is never empty when it is thrown.
package struct ConfigurationErrors: Error, Sendable, Hashable, CustomStringConvertible {
  package let problems: [ConfigurationProblem]

  package init(_ problems: [ConfigurationProblem]) {
    // Sorting keeps problems of one place in the order in which they were found.
    let ordered = problems.enumerated().sorted { left, right in
      let (first, second) = (left.element.place.rank, right.element.place.rank)
      return first == second ? left.offset < right.offset : first < second
    }
    var seen: Set<ConfigurationProblem> = []
    self.problems = ordered.map(\.element).filter { seen.insert($0).inserted }
  }

  package init(_ place: Place, _ message: String) { self.init([ConfigurationProblem(place, message)]) }

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Why one value cannot be taken; the walk adds where it stands.
package struct WrongValue: Error, Sendable, Hashable {
  package let message: String
  package init(_ message: String) { self.message = message }
}
