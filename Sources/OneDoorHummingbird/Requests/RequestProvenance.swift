import HTTPTypes
import Hummingbird

/// What a browser says of where a request comes from, and what it would like to have.
struct RequestProvenance: Sendable {
  private let fetchSite: String?
  private let origin: String?
  private let ownOrigin: String
  private let isSafe: Bool
  private let accept: String?

  init(_ request: Request, ownOrigin: String) {
    fetchSite = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
    origin = request.headers[.origin]
    self.ownOrigin = ownOrigin
    isSafe = request.method == .get || request.method == .head
    accept = request.headers[.accept]
  }

  /// A link or an address that a person opens, which a page may answer.
  var isNavigation: Bool { isSafe && wantsPage }

  var wantsPage: Bool { accept?.lowercased().contains("text/html") ?? false }

  /// A request that changes something and says that it comes from somewhere else. Another port or host of the same
  /// site is somewhere else too, though it gets our cookie.
  var isForeignWrite: Bool {
    guard !isSafe else { return false }
    if fetchSite != nil, !isSurelyOurs { return true }
    // Neither header: no browser of the last years, and SameSite=Lax keeps our cookie from an older one's posts.
    guard let origin else { return false }
    if origin.utf8.elementsEqual(ownOrigin.utf8) { return false }
    // A page of ours with `Referrer-Policy: no-referrer` posts as "null" (Fetch §3.1); so does a sandboxed frame of
    // anybody's, which Sec-Fetch-Site tells apart.
    return !(origin == "null" && isSurelyOurs)
  }

  /// Whether a person surely meant it: from our own pages, or typed in. A browser too old to say so is asked.
  var isSurelyOurs: Bool { fetchSite == "same-origin" || fetchSite == "none" }
}
