import HTTPTypes
import HummingbirdCore
import NIOCore
import ServiceLifecycle

extension EdgeResponder {
  /// Writes a reply with the fields of its kind. `done` hears the status when the head is settled.
  func write(
    _ reply: Reply, to exchange: Exchange, _ route: Route?, _ writer: consuming ResponseWriter,
    done: (_ status: Int, _ isStream: Bool) -> Void
  ) async throws {
    let isHead = exchange.request.method == .head
    switch reply.content {
    case .prepared(let head, let body):
      done(head.status.code, false)
      if isHead || body.readableBytes == 0 {
        try await writer.writeResponse(head)
      } else {
        try await writer.write(response: head, body: ResponseBody(byteBuffer: body))
      }
    case .bytes(let bytes):
      let head = head(reply, route, length: bytes.count)
      done(head.status.code, false)
      if isHead || bytes.isEmpty {
        try await writer.writeResponse(head)
      } else {
        try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
      }
    case .events(let events):
      let head = head(reply, route, length: nil)
      done(head.status.code, true)
      if isHead {
        try await writer.writeResponse(head)
      } else {
        try await stream(events, head, writer)
      }
    }
  }

  private func head(_ reply: Reply, _ route: Route?, length: Int?) -> HTTPResponse {
    var fields = edge.security.fields(for: reply.kind ?? route?.kind ?? .api)
    for field in reply.fields {
      // The reply's own word on what may be kept goes before the kind's.
      if field.name == .cacheControl { fields[.cacheControl] = nil }
      fields.append(field)
    }
    fields.append(HTTPField(name: .date, value: edge.date.text()))
    if reply.closes { fields.append(HTTPField(name: .connection, value: "close")) }
    let hasNoBody = reply.status == .noContent || reply.status == .notModified
    if let length, !hasNoBody { fields.append(HTTPField(name: .contentLength, value: String(length))) }
    return HTTPResponse(status: reply.status, headerFields: fields)
  }

  /// Each write waits until the connection can take it, so that what a slow reader has not read waits in the
  /// subscription, which is bounded, and not here. The stream ends when the server does, at once, and says when to come
  /// back.
  private func stream(
    _ events: AsyncStream<[UInt8]>, _ head: HTTPResponse, _ writer: consuming ResponseWriter
  ) async throws {
    var body = try await writer.writeHead(head)
    let retry = ByteBuffer(string: "retry: 1000\n\n")
    try await body.write(retry)
    for await event in events.cancelOnGracefulShutdown() { try await body.write(ByteBuffer(bytes: event)) }
    try await body.write(retry)
    try await body.finish(nil)
  }
}
