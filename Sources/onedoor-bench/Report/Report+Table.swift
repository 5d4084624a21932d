import Foundation

extension Report {
  /// For people.
  func table() -> String {
    let header = ["operation", "measured", "limit", "ratio", "aim", ""]
    let lines = rows.map { row in
      [
        row.title, "\(number(row.measured)) \(row.unit)", "\(number(row.limit)) \(row.unit)",
        String(format: "%.2f", row.ratio), aim(row), row.isMet ? "ok" : "missed",
      ]
    }
    let parts = Part.allCases.compactMap { part in baselines[part].map { "\(part.rawValue) \(number($0)) µs" } }
    let synced =
      "fdatasync \(number(sync.microseconds)) µs, \(String(format: "%.2f", sync.milliseconds)) ms on the wall"
    return """
      \(columns([header] + lines))

      CPU time of the server for each request, \(Load.connections) connections. What the limits are made of:
      \((parts + [synced]).joined(separator: " · "))
      """
  }

  private func aim(_ row: Row) -> String {
    switch row.aim {
    case .timesTheLimit(let times): String(format: "≤ %.2f ×", times)
    case .atMost(let bound): "≤ \(number(bound)) \(row.unit)"
    }
  }

  private func number(_ value: Double) -> String { String(format: value < 100 ? "%.1f" : "%.0f", value) }

  private func columns(_ lines: [[String]]) -> String {
    let widths = lines.first.map { first in
      first.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    }
    guard let widths else { return "" }
    return lines.map { line in
      let cells = line.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return (1...3).contains(column) ? space + cell : cell + space
      }
      let text = cells.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
