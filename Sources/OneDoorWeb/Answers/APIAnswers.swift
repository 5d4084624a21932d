import HTTPTypes
import HummingbirdCore
import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages

/// The routes that software calls.
enum APIAnswers {
  static func token(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.formParameters()
    return Reply(await exchange.provider.token(parameters, authorization: try exchange.authorization()))
  }

  static func introspect(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.formParameters()
    return Reply(await exchange.provider.introspect(parameters, authorization: try exchange.authorization()))
  }

  static func revoke(_ exchange: Exchange) async throws -> Reply {
    let parameters = try await exchange.formParameters()
    return Reply(await exchange.provider.revoke(parameters, authorization: try exchange.authorization()))
  }

  static func userinfo(_ exchange: Exchange) async throws -> Reply {
    Reply(await exchange.provider.userinfo(bearer: try await bearer(exchange)))
  }

  /// RFC 6750 §2.1 and §2.2: the header or a form, one of them; a token in the query is not looked at.
  private static func bearer(_ exchange: Exchange) async throws -> BearerPresentation {
    let header = try exchange.authorization()
    var form: String?
    if exchange.request.method == .post {
      let parameters = try await exchange.formParameters()
      guard parameters.firstDuplicate == nil else { return .both }
      form = parameters["access_token"]
    }
    switch (header, form) {
    case (nil, nil): return .none
    case (let header?, nil): return .header(header)
    case (nil, let form?): return .form(form)
    case (_?, _?): return .both
    }
  }

  static func snapshot(_ exchange: Exchange) async throws -> Reply {
    let known = exchange.fields[.ifNoneMatch]
    return Reply(
      await exchange.provider.revocationSnapshot(
        authorization: try exchange.authorization(), ifNoneMatch: known))
  }

  static func stream(_ exchange: Exchange) async throws -> Reply {
    switch await exchange.provider.revocationStream(authorization: try exchange.authorization()) {
    case .refused(let reply): return Reply(reply, kind: .api)
    case .open(let events):
      var reply = Reply(.ok, content: .events(events))
      reply.fields.append(HTTPField(name: .contentType, value: eventStream))
      // A proxy that collects answers would hold back what must arrive within a second.
      reply.fields.append(HTTPField(name: .xAccelBuffering, value: "no"))
      return reply
    }
  }

  static let eventStream = "text/event-stream"

  static func live(_ exchange: Exchange) async throws -> Reply { .json(.ok, #"{"status":"live"}"#) }

  static func ready(_ exchange: Exchange) async throws -> Reply {
    guard await exchange.provider.ready() else {
      var reply = Reply.json(.serviceUnavailable, #"{"status":"unavailable"}"#)
      reply.fields.append(HTTPField(name: .retryAfter, value: "5"))
      return reply
    }
    return .json(.ok, #"{"status":"ready"}"#)
  }

  /// The administrator's socket has one handler for every method and target.
  static func admin(_ answer: @escaping AdminSocket.Answer) -> Route.Answer {
    { exchange in
      let body = FormBody(request: exchange.request, limit: exchange.edge.limits.adminBodyBytes)
      let path = exchange.request.head.path ?? "/"
      return Reply(await answer(exchange.request.method.rawValue, path, try await body.bytes()))
    }
  }
}

extension Reply {
  init(_ reply: APIReply, kind: RouteKind? = nil) {
    self.init(HTTPResponse.Status(code: reply.status), content: .bytes(reply.body), kind: kind)
    if !reply.contentType.isEmpty, !reply.body.isEmpty {
      fields.append(HTTPField(name: .contentType, value: reply.contentType))
    }
    if let challenge = reply.challenge { fields.append(HTTPField(name: .wwwAuthenticate, value: challenge)) }
    if let seconds = reply.retryAfter { fields.append(HTTPField(name: .retryAfter, value: String(seconds))) }
    if let etag = reply.etag { fields.append(HTTPField(name: .eTag, value: etag)) }
    // Storable, but never without asking: what it says is true for a moment.
    if reply.isStorable { fields.append(HTTPField(name: .cacheControl, value: "private, no-cache")) }
  }

  static func json(_ status: HTTPResponse.Status, _ text: String) -> Reply {
    let type = HTTPField(name: .contentType, value: "application/json")
    return Reply(status, fields: HTTPFields([type]), content: .bytes(Array(text.utf8)))
  }
}
