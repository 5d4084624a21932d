import HTTPTypes
import Hummingbird
import NIOCore
import OneDoorClient
import OneDoorJOSE
import OneDoorMessages

/// What the library answers itself, as a page to a browser and as RFC 6750 §3 to a program.
struct Answers: Sendable {
  private let department: Department
  private let provenance: RequestProvenance
  private let phrases: Phrases

  /// A department that is cut off is heard again within seconds, once it is heard at all.
  private static let retryAfter = "10"

  init(to request: Request, of department: Department) {
    self.department = department
    provenance = RequestProvenance(request, ownOrigin: department.redirectURI?.origin ?? "")
    phrases = Phrases.preferred(request.headers[.acceptLanguage])
  }

  /// Nobody is signed in, or not any more in the ordinary way.
  func signInNeeded(returnTo path: String) -> Response {
    let signIn = Answers.signInAddress(department, returnTo: path)
    if department.redirectURI != nil {
      if provenance.isNavigation { return Answers.redirect(to: signIn) }
      // A form that was posted cannot be carried through signing in: say so instead of losing it silently.
      if provenance.wantsPage { return page(.unauthorized, phrases.signInNeeded, link: (signIn, phrases.signIn)) }
    }
    return challenge(.unauthorized, nil)
  }

  func ended(returnTo path: String) -> Response {
    guard provenance.wantsPage, department.redirectURI != nil else {
      return challenge(.unauthorized, "invalid_token", "the session has ended")
    }
    let signIn = Answers.signInAddress(department, returnTo: path)
    return page(.unauthorized, phrases.ended, link: (signIn, phrases.signInAgain))
  }

  func undecided() -> Response {
    var response =
      provenance.wantsPage
      ? page(.serviceUnavailable, phrases.undecided, text: phrases.tryLater)
      : Answers.json(.serviceUnavailable, "temporarily_unavailable", "sessions cannot be checked right now")
    response.headers[.retryAfter] = Answers.retryAfter
    return response
  }

  /// The provider cannot be reached to begin or end a session.
  func providerAway() -> Response {
    var response = page(.serviceUnavailable, phrases.failed, link: (department.signInPath, phrases.tryAgain))
    response.headers[.retryAfter] = Answers.retryAfter
    return response
  }

  var isForeignWrite: Bool { provenance.isForeignWrite }

  func invalidToken() -> Response { challenge(.unauthorized, "invalid_token", "the access token is not valid") }

  func scopeMissing(_ scopes: [String]) -> Response {
    if provenance.wantsPage { return page(.forbidden, phrases.forbidden) }
    let names = scopes.joined(separator: " ")
    return challenge(.forbidden, "insufficient_scope", "the route needs \(names)", extra: ", scope=\"\(names)\"")
  }

  func foreign() -> Response {
    provenance.wantsPage
      ? page(.forbidden, phrases.foreign)
      : Answers.json(.forbidden, "access_denied", "the request comes from another origin")
  }

  func signInFailed(_ status: HTTPResponse.Status, hint: Bool) -> Response {
    page(
      status, phrases.failed, text: hint ? phrases.cookieHint : nil, link: (department.signInPath, phrases.tryAgain))
  }

  func signOutQuestion() -> Response {
    SmallPage(
      phrases: phrases, heading: phrases.signOutQuestion, text: nil,
      step: .post(to: department.signOutPath, phrases.signOut)
    ).response(.ok, formOrigins: [department.issuer.origin])
  }

  private func page(
    _ status: HTTPResponse.Status, _ heading: String, text: String? = nil, link: (String, String)? = nil
  ) -> Response {
    SmallPage(
      phrases: phrases, heading: heading, text: text,
      step: link.map { .link(to: $0.0, $0.1) } ?? .none
    ).response(status)
  }

  /// RFC 6750 §3: a request without a token learns no error code, only that there is a door.
  private func challenge(
    _ status: HTTPResponse.Status, _ code: String?, _ description: String = "sign in first", extra: String = ""
  ) -> Response {
    var response = Answers.json(status, code ?? "login_required", description)
    let error = code.map { ", error=\"\($0)\", error_description=\"\(description)\"" } ?? ""
    response.headers[.wwwAuthenticate] = "Bearer realm=\"\(department.clientID)\"\(error)\(extra)"
    return response
  }

  static func redirect(to location: String, cookies: [ResponseCookie] = []) -> Response {
    var headers: HTTPFields = [.location: location, .cacheControl: "no-store", .contentLength: "0"]
    if let referrerPolicy = HTTPField.Name("Referrer-Policy") { headers[referrerPolicy] = "no-referrer" }
    for cookie in cookies { headers.setCookie(cookie) }
    return Response(status: .seeOther, headers: headers)
  }

  private static func signInAddress(_ department: Department, returnTo path: String) -> String {
    path == "/"
      ? department.signInPath
      : "\(department.signInPath)?\(SignInRoutes.returnParameter)=\(FormURLEncoding.escape(path))"
  }

  private static func json(_ status: HTTPResponse.Status, _ code: String, _ description: String) -> Response {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("error", code)
    writer.member("error_description", description)
    writer.endObject()
    let headers: HTTPFields = [
      .contentType: "application/json", .contentLength: String(writer.bytes.count), .cacheControl: "no-store",
    ]
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: writer.bytes)))
  }
}
