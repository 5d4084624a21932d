package import OneDoorEndpoints
package import OneDoorMessages

/// What the edge asks of the provider, one function for each endpoint. It is a protocol so that the edge is tested with
/// scripted answers; the product has one conformance.
package protocol IdentityProvider: Sendable {
  func authorize(_ parameters: Parameters, _ origin: RequestOrigin) async -> BrowserOutcome
  func authorizePost(_ parameters: Parameters) async -> BrowserOutcome
  func showLogin(journey: String?, _ origin: RequestOrigin) async -> BrowserOutcome
  func submitLogin(
    journey: String?, username: String?, password: String?, _ origin: RequestOrigin
  ) async -> BrowserOutcome
  func showChoosePassword(journey: String?, _ origin: RequestOrigin) async -> BrowserOutcome
  func submitChoosePassword(
    journey: String?, password: String?, again: String?, _ origin: RequestOrigin
  ) async -> BrowserOutcome
  func showContinue(journey: String?, _ origin: RequestOrigin) async -> BrowserOutcome
  func submitContinue(journey: String?, another: Bool, _ origin: RequestOrigin) async -> BrowserOutcome
  func endSession(_ parameters: Parameters, _ origin: RequestOrigin) async -> BrowserOutcome
  func confirmSignOut(journey: String?, departmentOnly: Bool, _ origin: RequestOrigin) async -> BrowserOutcome
  func home(_ origin: RequestOrigin) async -> BrowserOutcome
  func showAccountPassword(notice: String?, _ origin: RequestOrigin) async -> BrowserOutcome
  func submitAccountPassword(
    current: String?, password: String?, again: String?, _ origin: RequestOrigin
  ) async -> BrowserOutcome

  func token(_ parameters: Parameters, authorization: String?) async -> APIReply
  func introspect(_ parameters: Parameters, authorization: String?) async -> APIReply
  func revoke(_ parameters: Parameters, authorization: String?) async -> APIReply
  func userinfo(bearer: BearerPresentation) async -> APIReply

  /// Documents made beforehand; the same array until they change.
  var discovery: [UInt8] { get }
  var jwks: [UInt8] { get }
  /// Whether this is a registered origin of an enabled public department.
  func publicOrigin(_ origin: String) -> Bool
  func ready() async -> Bool

  func revocationSnapshot(authorization: String?, ifNoneMatch: String?) async -> APIReply
  func revocationStream(authorization: String?) async -> RevocationSubscription
}

extension Provider: IdentityProvider {}
