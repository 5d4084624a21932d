import HTTPTypes

/// What the machine's own watchers ask for.
enum OperationsAnswers {
  static func metrics(_ exchange: Exchange) async throws -> Reply {
    let type = HTTPField(name: .contentType, value: "text/plain; version=0.0.4; charset=utf-8")
    let text = exchange.edge.metrics.registry.text()
    return Reply(.ok, fields: HTTPFields([type]), content: .bytes(Array(text.utf8)))
  }
}
