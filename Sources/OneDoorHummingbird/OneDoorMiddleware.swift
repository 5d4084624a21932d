import HTTPTypes
public import Hummingbird
public import OneDoorClient

/// How a route treats visitors who are not signed in.
public enum Access: Sendable {
  /// Strangers are sent to sign in; API calls get 401.
  case required
  /// Everyone gets through; the handler looks at ``OneDoorRequestContext/visitor``.
  case optional
}

/// Says for each request who makes it: by a bearer token, or else by the browser's session.
///
/// ```swift
/// router.group("my").add(middleware: OneDoorMiddleware(oneDoor))
/// ```
/// It asks nobody: tokens are checked here, and what has ended is known from the feed. Only a session older than its
/// access token (five minutes) is renewed at the provider, once for all requests that come meanwhile.
public struct OneDoorMiddleware<Context: OneDoorRequestContext>: RouterMiddleware {
  private let oneDoor: OneDoor
  private let access: Access
  private let scopes: [String]

  /// - Parameters:
  ///   - oneDoor: The department's client.
  ///   - access: What strangers meet.
  ///   - scopes: What must have been granted; without them a signed-in visitor gets 403.
  public init(_ oneDoor: OneDoor, access: Access = .required, scopes: [String] = []) {
    self.oneDoor = oneDoor
    self.access = access
    self.scopes = scopes
  }

  /// Called by Hummingbird for each request.
  public func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let admission = await Admission(request, oneDoor: oneDoor)
    let answers = Answers(to: request, of: oneDoor.department)
    let returnPath = Self.returnPath(of: request)
    var response: Response
    switch (admission.visitor, access) {
    case (.signedIn, _) where admission.isBrowserSession && answers.isForeignWrite:
      response = answers.foreign()
    case (.signedIn(let identity), _):
      guard scopes.allSatisfy(identity.accessToken.grants) else {
        response = answers.scopeMissing(scopes)
        break
      }
      response = try await passed(request, context, admission.visitor, next)
      // What is shown to one person must not be shown to the next by a cache.
      if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    case (_, _) where admission.tokenWasInvalid: response = answers.invalidToken()
    case (.stranger, .required): response = answers.signInNeeded(returnTo: returnPath)
    case (.ended, .required): response = answers.ended(returnTo: returnPath)
    case (.undecided, .required): response = answers.undecided()
    case (_, .optional): response = try await passed(request, context, admission.visitor, next)
    }
    if let cookie = admission.cookie, !Self.sets(cookie.name, response) { response.headers.setCookie(cookie) }
    return response
  }

  /// A handler's error becomes its answer here, so that it too carries the renewed cookie.
  private func passed(
    _ request: Request, _ context: Context, _ visitor: Visitor, _ next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.visitor = visitor
    do {
      return try await next(request, context)
    } catch let error as any HTTPResponseError {
      return try error.response(from: request, context: context)
    }
  }

  private static func returnPath(of request: Request) -> String {
    request.method == .get || request.method == .head ? request.head.path ?? "/" : "/"
  }

  /// A handler behind this (signing out, say) has the last word on the cookie.
  private static func sets(_ name: String, _ response: Response) -> Bool {
    response.headers[values: .setCookie].contains { $0.utf8.starts(with: "\(name)=".utf8) }
  }
}
