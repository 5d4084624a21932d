import Foundation
import Hummingbird
import NIOCore
import ServiceLifecycle

/// One listener of a site. Of `localhost`'s two addresses the second may not exist on a machine without IPv6.
struct LoopbackServer<Responder: HTTPResponder>: Service
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
  let application: Application<Responder>

  func run() async throws {
    do {
      try await application.run()
    } catch let error as IOError where [EADDRNOTAVAIL, EAFNOSUPPORT].contains(error.errnoCode) {
      try await gracefulShutdown()
    }
  }
}

/// Cookies belong to one name, so that every other one is sent there: 127.0.0.1 is another site than localhost.
struct OneHost<Context: RequestContext>: RouterMiddleware {
  let origin: String

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    if let authority = request.head.authority, origin.hasSuffix("//" + authority.lowercased()) {
      return try await next(request, context)
    }
    return Response(status: .permanentRedirect, headers: [.location: origin + (request.head.path ?? "/")])
  }
}
