/// Rows in aligned columns that fit the terminal.
package struct Table: Sendable {
  package struct Column: Sendable {
    package let title: String
    /// Numbers stand at the right edge of their column.
    package let isNumber: Bool
    /// Whether text may be cut where space is short. Ids and times never are: a cut one is of no use.
    package let shrinks: Bool

    package init(_ title: String, isNumber: Bool = false, shrinks: Bool = false) {
      self.title = title
      self.isNumber = isNumber
      self.shrinks = shrinks
    }
  }

  package struct Cell: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    package let text: String
    package let style: Style?

    package init(_ text: String, _ style: Style? = nil) {
      self.text = TerminalText.harmless(text)
      self.style = style
    }

    package init(stringLiteral value: String) { self.init(value) }
  }

  package let columns: [Column]
  package private(set) var rows: [[Cell]] = []

  package init(_ columns: [Column]) { self.columns = columns }

  /// Missing cells are blank; cells beyond the columns are dropped.
  package mutating func add(_ cells: [Cell]) {
    rows.append(Array((cells + Array(repeating: "", count: max(0, columns.count - cells.count))).prefix(columns.count)))
  }

  private static let gap = 2
  private static let narrowest = 8

  /// The lines, with line ends. `width` nil: nothing is cut.
  package func rendered(width: Int?, colour: Bool) -> String {
    guard !columns.isEmpty else { return "" }
    let widths = fitted(width)
    let titles = columns.map { Cell($0.title.uppercased(), .bold) }
    return ([titles] + rows).map { line($0, widths, colour: colour) + "\n" }.joined()
  }

  private func fitted(_ width: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      max(DisplayWidth.of(columns[index].title), rows.map { DisplayWidth.of($0[index].text) }.max() ?? 0)
    }
    guard let width else { return widths }
    var excess = widths.reduce(0, +) + Table.gap * (columns.count - 1) - width
    while excess > 0 {
      let candidates = columns.indices.filter { columns[$0].shrinks && widths[$0] > Table.narrowest }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [Cell], _ widths: [Int], colour: Bool) -> String {
    var result = ""
    var pending = 0
    for (index, cell) in cells.enumerated() {
      let text = columns[index].shrinks ? TerminalText.fitted(cell.text, to: widths[index]) : cell.text
      let room = max(0, widths[index] - DisplayWidth.of(text))
      let left = columns[index].isNumber ? room : 0
      if !text.isEmpty {
        result += String(repeating: " ", count: pending + left)
        result += cell.style?.applied(to: text, colour: colour) ?? text
        pending = 0
      } else {
        pending += left
      }
      pending += room - left + Table.gap
    }
    return result
  }
}
