import HTTPTypes
import HummingbirdCore
import OneDoorEndpoints
import OneDoorMessages

/// A request on its way through a route.
struct Exchange: Sendable {
  let request: Request
  /// What stands after the first question mark, as it was sent.
  let query: Substring
  let edge: Edge
  /// Read once: a reload in the middle of a request is for the next one.
  let provider: any IdentityProvider

  var fields: HTTPFields { request.headers }

  /// The parameters of the query, read from the raw target.
  func queryParameters() throws(EdgeFault) -> Parameters {
    do { return try FormURLEncoding.parse(query.utf8) } catch { throw .malformed(error) }
  }

  /// The parameters of the body. Those of the query do not count in a POST: one request, one place.
  func formParameters() async throws -> Parameters {
    let form = FormBody(request: request, limit: edge.limits.bodyBytes)
    return try await form.parameters()
  }

  /// The parameters of a route that takes both methods.
  func parameters() async throws -> Parameters {
    request.method == .post ? try await formParameters() : try queryParameters()
  }

  /// The Authorization field. Two of them would be two meanings.
  func authorization() throws(EdgeFault) -> String? {
    let values = fields[values: .authorization]
    guard values.count <= 1 else { throw .duplicateAuthorization }
    return values.first
  }

  var origin: RequestOrigin {
    let cookies = CookieHeader(fields)
    return RequestOrigin(
      sessionCookie: cookies.value(edge.cookies.session), browserCookie: cookies.value(edge.cookies.browser),
      deviceCookie: cookies.value(edge.cookies.device), isCrossSitePost: request.method == .post && isCrossSite)
  }

  /// Another origin's page sent this. Browsers say so in Sec-Fetch-Site, also where our own `no-referrer` makes them
  /// write `Origin: null`; older ones have Origin alone, and from them `null` must pass.
  private var isCrossSite: Bool {
    let sites = fields[values: .secFetchSite]
    if !sites.isEmpty {
      return !(sites.count == 1 && sites.allSatisfy { Self.ownSites.contains(Array($0.utf8)) })
    }
    let origins = fields[values: .origin]
    return !origins.allSatisfy {
      $0.utf8.elementsEqual(edge.issuer.origin.utf8) || $0.utf8.elementsEqual("null".utf8)
    }
  }

  /// `same-site` is not among them: another port of localhost is the same site, and another department.
  private static let ownSites: Set<[UInt8]> = [Array("same-origin".utf8), Array("none".utf8)]
}
