import HTTPTypes
import Hummingbird
import Logging
import OneDoorClient
import OneDoorMessages

/// The three routes by which a browser comes and goes.
struct SignInRoutes: Sendable {
  static let returnParameter = "return_to"
  /// Tabs that sign in at the same time. The next one starts afresh, so that a hostile page cannot fill the jar.
  private static let maximumPending = 5
  private static let stateCookieLife = 900

  private let oneDoor: OneDoor
  private let department: Department

  init(_ oneDoor: OneDoor) {
    self.oneDoor = oneDoor
    department = oneDoor.department
  }

  func begin(_ request: Request, _ context: some RequestContext) async throws -> Response {
    do {
      let path = parameter(SignInRoutes.returnParameter, of: request) ?? "/"
      let start = try await oneDoor.beginSignIn(returnTo: path)
      let pending = RequestCookies(request.headers).names(beginningWith: statePrefix)
      var cookies = pending.count < SignInRoutes.maximumPending ? [] : pending.map(ResponseCookie.cleared)
      cookies.append(
        ResponseCookie(
          name: stateCookie(start.state), value: start.sealedState, maxAge: SignInRoutes.stateCookieLife))
      return Answers.redirect(to: start.url, cookies: cookies)
    } catch {
      context.logger.error("A sign-in could not begin", metadata: ["error": "\(error)"])
      return Answers(to: request, of: department).providerAway()
    }
  }

  func finish(_ request: Request, _ context: some RequestContext) async throws -> Response {
    let cookies = RequestCookies(request.headers)
    let name = stateCookie(parameter("state", of: request) ?? "")
    do throws(OneDoorError) {
      let signIn = try await oneDoor.finishSignIn(query: request.uri.query ?? "", sealedState: cookies[name])
      let sealed = try oneDoor.sessionCookie.seal(signIn.session)
      return Answers.redirect(
        to: signIn.returnPath, cookies: [.session(oneDoor.sessionCookie.name, sealed), .cleared(name)])
    } catch {
      context.logger.notice("A sign-in was not completed", metadata: ["error": "\(error)"])
      // The back button, or the callback opened again: whoever is signed in already goes home.
      let isOld = error.code == .foreignBrowser || error.code == .expired
      if isOld, let session = cookies[oneDoor.sessionCookie.name],
        case .valid = await oneDoor.check(sealedSession: session)
      {
        return Answers.redirect(to: "/")
      }
      var response = Answers(to: request, of: department).signInFailed(
        error.code == .unavailable ? .serviceUnavailable : .badRequest, hint: isOld)
      if cookies.contains(name) { response.headers.setCookie(.cleared(name)) }
      return response
    }
  }

  /// A link signs out only where the browser vouches that it stood on our own page: another site's picture or link
  /// must not (and would carry our cookie, being a navigation).
  func askToSignOut(_ request: Request, _ context: some RequestContext) async -> Response {
    guard provenance(request).isSurelyOurs else { return Answers(to: request, of: department).signOutQuestion() }
    return await endSession(request, context)
  }

  func signOut(_ request: Request, _ context: some RequestContext) async -> Response {
    guard !provenance(request).isForeignWrite else { return Answers(to: request, of: department).foreign() }
    return await endSession(request, context)
  }

  private func endSession(_ request: Request, _ context: some RequestContext) async -> Response {
    let name = oneDoor.sessionCookie.name
    do throws(OneDoorError) {
      let address = try await oneDoor.signOutAddress(sealedSession: RequestCookies(request.headers)[name])
      return Answers.redirect(to: address, cookies: [.cleared(name)])
    } catch {
      context.logger.error("Signing out did not reach the provider", metadata: ["error": "\(error)"])
      var response = Answers(to: request, of: department).providerAway()
      response.headers.setCookie(.cleared(name))
      return response
    }
  }

  private func parameter(_ name: String, of request: Request) -> String? {
    let parameters = try? FormURLEncoding.parse(Array((request.uri.query ?? "").utf8))
    return parameters?.firstDuplicate == nil ? parameters?[name] : nil
  }

  private func provenance(_ request: Request) -> RequestProvenance {
    RequestProvenance(request, ownOrigin: department.redirectURI?.origin ?? "")
  }

  private var statePrefix: String { oneDoor.sessionCookie.name + "-s-" }

  /// One cookie for each sign-in, so that two tabs do not take each other's. The name says nothing that the address does
  /// not, and anything but our own letters in it would be somebody's header.
  private func stateCookie(_ state: String) -> String {
    let letters = state.utf8.prefix(8).filter { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
    }
    return statePrefix + String(decoding: letters, as: UTF8.self)
  }
}
