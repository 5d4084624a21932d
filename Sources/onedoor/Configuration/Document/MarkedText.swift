/// A document's text with a mark before each name that stands twice, and the places of the text without the marks.
package struct MarkedText: Sendable {
  private var lines: [[Unicode.Scalar]]
  package private(set) var count = 0

  package init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { [Unicode.Scalar]($0) }
  }

  package var text: String {
    var result = String.UnicodeScalarView()
    for (index, line) in lines.enumerated() {
      if index > 0 { result.append("\n") }
      result.append(contentsOf: line)
    }
    return String(result)
  }

  /// Puts a mark at a place of the marked text. False where there is no such place.
  package mutating func mark(line: Int, column: Int) -> Bool {
    guard lines.indices.contains(line - 1), lines[line - 1].indices.contains(column - 1) else { return false }
    var index = column - 1
    // A quoted name keeps its quotes outside.
    if lines[line - 1][index] == "\"" || lines[line - 1][index] == "'" { index += 1 }
    let number = String(count).unicodeScalars.map { $0 }
    lines[line - 1].insert(contentsOf: [DocumentText.reserved] + number + [DocumentText.reserved], at: index)
    count += 1
    return true
  }

  /// The place in the text as a person wrote it.
  package func place(line: Int, column: Int, file: String) -> Place {
    guard count > 0, lines.indices.contains(line - 1) else { return .file(file, line: line, column: column) }
    var isInside = false
    var marks = 0
    for scalar in lines[line - 1].prefix(max(0, column - 1)) {
      if scalar == DocumentText.reserved {
        isInside.toggle()
        marks += 1
      } else if isInside {
        marks += 1
      }
    }
    return .file(file, line: line, column: column - marks)
  }

  package static func unmarked(_ name: String) -> String {
    let scalars = name.unicodeScalars
    guard scalars.first == DocumentText.reserved,
      let end = scalars.dropFirst().firstIndex(of: DocumentText.reserved)
    else { return name }
    // A name repeated three times carries two marks.
    return unmarked(String(scalars[scalars.index(after: end)...]))
  }
}
