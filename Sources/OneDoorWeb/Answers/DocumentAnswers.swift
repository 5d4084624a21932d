import HTTPTypes

/// What is the same for everybody.
enum DocumentAnswers {
  static func discovery(_ exchange: Exchange) async throws -> Reply {
    exchange.edge.documents.reply(
      .discovery, exchange.provider.discovery, ifNoneMatch: exchange.fields[.ifNoneMatch])
  }

  static func jwks(_ exchange: Exchange) async throws -> Reply {
    exchange.edge.documents.reply(.jwks, exchange.provider.jwks, ifNoneMatch: exchange.fields[.ifNoneMatch])
  }

  static func styleSheet(_ exchange: Exchange) async throws -> Reply {
    let type = HTTPField(name: .contentType, value: "text/css; charset=utf-8")
    return Reply(.ok, fields: HTTPFields([type]), content: .bytes(StyleSheet.bytes))
  }

  static func icon(_ exchange: Exchange) async throws -> Reply {
    let type = HTTPField(name: .contentType, value: Icon.type)
    return Reply(.ok, fields: HTTPFields([type]), content: .bytes(Icon.bytes))
  }

  static func submitScript(_ exchange: Exchange) async throws -> Reply {
    let type = HTTPField(name: .contentType, value: "text/javascript; charset=utf-8")
    return Reply(.ok, fields: HTTPFields([type]), content: .bytes(SubmitScript.bytes))
  }
}
