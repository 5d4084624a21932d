import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import OneDoorClient
import OneDoorHummingbird
import TestSupport

/// A department's website, built with the library as anybody would, on an address of its own.
final class DepartmentSite: Sendable {
  let department: TestDepartment
  let origin: String
  let oneDoor: OneDoor
  private let running: Task<Void, any Error>

  init(_ department: TestDepartment, host: String, port: Int, issuer: String) throws {
    let origin = "http://\(host):\(port)"
    var logger = Logger(label: department.id)
    logger.logLevel = .critical
    var configuration = OneDoorConfiguration(
      issuer: issuer, clientID: department.id, credentials: .secret(department.secret ?? ""),
      redirectURI: department.redirectURI, postLogoutRedirectURI: origin + "/",
      cookieSecrets: [try TestDepartment.drawSecret()])
    configuration.audience = department.audience
    let oneDoor = try OneDoor(configuration, logger: logger)

    let router = Router(context: BasicOneDoorRequestContext.self)
    router.addSignIn(oneDoor)
    router.get("/favicon.ico") { _, _ in HTTPResponse.Status.noContent }
    router.group().add(middleware: OneDoorMiddleware(oneDoor, access: .optional)).get("/") { _, context in
      Self.page(department, context.visitor, issuer)
    }
    router.group("my").add(middleware: OneDoorMiddleware(oneDoor)).get("page") { _, context in
      Self.page(department, context.visitor, issuer)
    }
    router.group("api").add(middleware: OneDoorMiddleware(oneDoor)).get("whoami") { _, context in
      try context.requireIdentity().subject
    }
    let application = Application(
      router: router, configuration: .init(address: .hostname(host, port: port), serverName: nil),
      services: [oneDoor], logger: logger)
    self.department = department
    self.origin = origin
    self.oneDoor = oneDoor
    running = Task { try await application.run() }
  }

  deinit { running.cancel() }

  /// Until it serves and has heard the provider's feed: before that it could call no session valid.
  func waitUntilReady() async throws {
    let client = HTTPTestClient(timeout: .seconds(2))
    try await eventually("\(department.id) at \(origin)", within: .seconds(15)) {
      guard oneDoor.revocation.isHeard, let answer = try? await client.get(origin + "/") else { return nil as Bool? }
      return answer.status == 200
    }
  }

  /// What the department's API says to a token.
  func whoami(_ token: String) async throws -> HTTPTestResponse {
    try await HTTPTestClient().get(origin + "/api/whoami", headers: [("authorization", "Bearer \(token)")])
  }

  private static func page(_ department: TestDepartment, _ visitor: Visitor, _ issuer: String) -> Response {
    let content =
      switch visitor {
      case .stranger: "<p id=\"state\">stranger</p><a href=\"/signin\">Sign in</a>"
      case .ended: "<p id=\"state\">ended</p><a href=\"/signin\">Sign in</a>"
      case .undecided: "<p id=\"state\">undecided</p>"
      case .signedIn(let identity):
        "<p id=\"state\">signed in</p><p id=\"name\">\(identity.name ?? "")</p><p id=\"sub\">\(identity.subject)</p>"
          + "<pre id=\"token\" hidden>\(identity.accessToken.compact)</pre>"
          + "<form method=\"post\" action=\"/signout\"><button>Sign out</button></form>"
      }
    let html =
      "<!doctype html><html lang=\"en\"><title>\(department.id)</title><h1>\(department.id)</h1>\(content)"
      + "<p><a href=\"/my/page\">My page</a></p>"
    var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]
    headers[.contentSecurityPolicy] = "default-src 'none'; form-action 'self' \(issuer); base-uri 'none'"
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
  }

  private typealias Visitor = OneDoorHummingbird.Visitor
}
