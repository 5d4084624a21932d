package import HTTPTypes
import OneDoorMessages

/// What an answer is, which decides its fields.
package enum RouteKind: Sendable, CaseIterable, Hashable {
  /// HTML for a person.
  case page
  /// JSON for software.
  case api
  /// A stream of events.
  case feed
  /// A public document that is the same for everybody for a while.
  case document
  /// A file whose name changes with its bytes.
  case asset
}

/// Which other origins' scripts may read the answers.
package enum CrossOrigin: Sendable, Equatable {
  case none
  /// `*`, without credentials.
  case anyone
  /// Registered origins of public departments.
  case publicDepartments
}

/// One row of the table: a path, its methods, and who answers.
package struct Route: Sendable {
  typealias Answer = @Sendable (Exchange) async throws -> Reply

  /// For logs and metrics: a path may be long or secret, a name is neither.
  package let name: String
  package let path: String
  /// Those that `answer` is asked for; HEAD and OPTIONS follow from them.
  package let methods: [HTTPRequest.Method]
  package let kind: RouteKind
  package let crossOrigin: CrossOrigin
  /// A balancer asks by address whether we are well; a redirect would read as yes.
  package let takesAnyHost: Bool
  let answer: Answer

  init(
    _ name: String, _ path: String, _ methods: [HTTPRequest.Method], _ kind: RouteKind,
    crossOrigin: CrossOrigin = .none,
    takesAnyHost: Bool = false, answer: @escaping Answer
  ) {
    self.name = name
    self.path = path
    self.methods = methods
    self.kind = kind
    self.crossOrigin = crossOrigin
    self.takesAnyHost = takesAnyHost
    self.answer = answer
  }

  init(
    _ path: EndpointPath, _ methods: [HTTPRequest.Method], _ kind: RouteKind, crossOrigin: CrossOrigin = .none,
    takesAnyHost: Bool = false, answer: @escaping Answer
  ) {
    self.init(
      "\(path)", path.rawValue, methods, kind, crossOrigin: crossOrigin, takesAnyHost: takesAnyHost, answer: answer)
  }

  /// RFC 9110 §10.2.1: HEAD wherever there is GET, OPTIONS where a browser may ask before it lets a script in.
  package var allowed: [HTTPRequest.Method] {
    methods + (methods.contains(.get) ? [.head] : []) + (crossOrigin == .none ? [] : [.options])
  }
}

/// The rows by path, compared byte for byte: `/token/`, `//token` and `/%74oken` are other paths, and there is nothing
/// at them.
struct RouteTable: Sendable {
  let rows: [Route]
  private let byPath: [String: Route]

  /// `prefix` is the issuer's own path. RFC 8414 §3.1 puts its well-known path in front of it, all others follow it.
  init(_ rows: [Route], prefix: String = "") {
    self.rows = rows
    var byPath: [String: Route] = [:]
    for row in rows {
      let isInFront = row.path.utf8.elementsEqual(EndpointPath.oauthMetadata.rawValue.utf8)
      byPath[isInFront ? row.path + prefix : prefix + row.path] = row
    }
    self.byPath = byPath
  }

  /// Strings compare by canonical equivalence. Our paths are ASCII, and among ASCII strings that is by bytes.
  subscript(path: Substring) -> Route? {
    path.utf8.allSatisfy { $0 < 0x80 } ? byPath[String(path)] : nil
  }
}
