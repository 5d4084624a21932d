import OneDoorJOSE
import OneDoorMessages

/// OpenID Connect Core §5.5: a claims parameter of the right shape, whose essential `acr` this provider can reach.
enum ClaimsCheck {
  static func check(_ text: String?) throws(AuthorizeRefusal) -> ClaimsRequest {
    guard let text else { return ClaimsRequest() }
    let request: ClaimsRequest
    do throws(ClaimsRequest.Fault) {
      request = try ClaimsRequest(text)
    } catch {
      throw error == .tooLong ? .claimsTooLong : .claimsMalformed
    }
    // §5.5.1.1: an essential acr that cannot be met is a failed login, known before anybody has typed anything. Every
    // session has the one context there is; a second one makes this a question for the decision too.
    if let context = request.idToken.context, context.isEssential, !context.values.isEmpty {
      let isReachable = AuthenticationContext.allCases.contains { context.values.contains(.string($0.rawValue)) }
      try require(isReachable, or: AuthorizeRefusal.contextUnreachable)
    }
    return request
  }
}
