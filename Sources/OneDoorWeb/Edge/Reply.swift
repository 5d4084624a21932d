import HTTPTypes
import NIOCore

/// An answer before the fields that its route's kind adds.
struct Reply: Sendable {
  enum Content: Sendable {
    case bytes([UInt8])
    /// Head and all, made beforehand.
    case prepared(HTTPResponse, ByteBuffer)
    /// Events, each element one or more whole ones.
    case events(AsyncStream<[UInt8]>)
  }

  var status: HTTPResponse.Status
  var fields: HTTPFields
  var content: Content
  /// Instead of the route's own, as when an API's path is asked for a page that does not exist.
  var kind: RouteKind?
  /// No further request is taken from this connection.
  var closes = false
  var incident: Incident?

  init(_ status: HTTPResponse.Status, fields: HTTPFields = [:], content: Content = .bytes([]), kind: RouteKind? = nil) {
    self.status = status
    self.fields = fields
    self.content = content
    self.kind = kind
  }
}

/// What the log says beside an answer that a person may ask about.
struct Incident: Sendable, Equatable {
  /// The eight characters that the page shows too.
  let reference: String
  /// The name of a refusal or of an error's type; nothing that came from outside.
  let reason: String
  /// Ours to mend, and not the visitor's.
  let isFault: Bool
}
