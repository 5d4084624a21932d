import Foundation

extension Report {
  private struct Document: Encodable {
    struct Operation: Encodable {
      let operation: String
      let title: String
      let unit: String
      let measured: Double
      let limit: Double
      let ratio: Double
      let aimRatio: Double?
      let aim: Double?
      let met: Bool
    }

    let connections: Int
    let operations: [Operation]
    let baselineMicroseconds: [String: Double]
    let fdatasyncMilliseconds: Double
  }

  /// For programs: one document.
  func json() throws -> String {
    let operations = rows.map { row in
      var (ratio, bound): (Double?, Double?) = (nil, nil)
      switch row.aim {
      case .timesTheLimit(let times): ratio = times
      case .atMost(let value): bound = value
      }
      return Document.Operation(
        operation: row.operation.rawValue, title: row.title, unit: row.unit, measured: row.measured, limit: row.limit,
        ratio: row.ratio, aimRatio: ratio, aim: bound, met: row.isMet)
    }
    var microseconds = [String: Double]()
    for (part, value) in baselines { microseconds[part.rawValue] = value }
    microseconds["fdatasync"] = sync.microseconds
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let document = Document(
      connections: Load.connections, operations: operations, baselineMicroseconds: microseconds,
      fdatasyncMilliseconds: sync.milliseconds)
    return String(decoding: try encoder.encode(document), as: UTF8.self)
  }
}
