import OneDoorEndpoints
import OneDoorMessages
import OneDoorRules
import OneDoorWeb
import Synchronization

/// A provider that answers what a test tells it to, and remembers what it was asked.
final class ScriptedProvider: IdentityProvider {
  struct Script: Sendable {
    var browser: BrowserOutcome = .redirect(location: "https://department.example/cb?code=x", cookies: [])
    var api = APIReply(status: 200, body: Array(#"{"ok":true}"#.utf8))
    var subscription: RevocationSubscription = .refused(APIReply(status: 401, challenge: "Bearer"))
    var discovery = Array(#"{"issuer":"x"}"#.utf8)
    var jwks = Array(#"{"keys":[]}"#.utf8)
    var isReady = true
    var origins: Set<String> = ["https://app.example"]
  }

  /// One call: the endpoint and what it was handed.
  struct Call: Sendable, Equatable {
    var endpoint: String
    var parameters = Parameters([])
    var origin: RequestOrigin?
    var journey: String?
    var details: [String?] = []
    var bearer: BearerPresentation?
    var bodyCount = 0
  }

  private let state = Mutex((script: Script(), calls: [Call]()))

  init(_ change: (inout Script) -> Void = { _ in }) {
    state.withLock { change(&$0.script) }
  }

  var calls: [Call] { state.withLock { $0.calls } }
  var last: Call? { calls.last }
  func change(_ body: (inout Script) -> Void) { state.withLock { body(&$0.script) } }

  private func note(_ call: Call) -> Script {
    state.withLock {
      $0.calls.append(call)
      return $0.script
    }
  }

  func authorize(_ parameters: Parameters, _ origin: RequestOrigin) async -> BrowserOutcome {
    note(Call(endpoint: "authorize", parameters: parameters, origin: origin)).browser
  }
  func authorizePost(_ parameters: Parameters) async -> BrowserOutcome {
    note(Call(endpoint: "authorizePost", parameters: parameters)).browser
  }
  func showLogin(journey: String?, _ origin: RequestOrigin) async -> BrowserOutcome {
    note(Call(endpoint: "showLogin", origin: origin, journey: journey)).browser
  }
  func submitLogin(
    journey: String?, username: String?, password: String?, _ origin: RequestOrigin
  ) async -> BrowserOutcome {
    note(Call(endpoint: "submitLogin", origin: origin, journey: journey, details: [username, password])).browser
  }
  func showChoosePassword(journey: String?, _ origin: RequestOrigin) async -> BrowserOutcome {
    note(Call(endpoint: "showChoosePassword", origin: origin, journey: journey)).browser
  }
  func submitChoosePassword(
    journey: String?, password: String?, again: String?, _ origin: RequestOrigin
  ) async -> BrowserOutcome {
    note(Call(endpoint: "submitChoosePassword", origin: origin, journey: journey, details: [password, again])).browser
  }
  func showAccountPassword(notice: String?, _ origin: RequestOrigin) async -> BrowserOutcome {
    note(Call(endpoint: "showAccountPassword", origin: origin, journey: notice)).browser
  }
  func submitAccountPassword(
    current: String?, password: String?, again: String?, _ origin: RequestOrigin
  ) async -> BrowserOutcome {
    note(Call(endpoint: "submitAccountPassword", origin: origin, details: [current, password, again])).browser
  }
  func showContinue(journey: String?, _ origin: RequestOrigin) async -> BrowserOutcome {
    note(Call(endpoint: "showContinue", origin: origin, journey: journey)).browser
  }
  func submitContinue(journey: String?, another: Bool, _ origin: RequestOrigin) async -> BrowserOutcome {
    note(Call(endpoint: "submitContinue", origin: origin, journey: journey, details: ["\(another)"])).browser
  }
  func endSession(_ parameters: Parameters, _ origin: RequestOrigin) async -> BrowserOutcome {
    note(Call(endpoint: "endSession", parameters: parameters, origin: origin)).browser
  }
  func confirmSignOut(journey: String?, departmentOnly: Bool, _ origin: RequestOrigin) async -> BrowserOutcome {
    note(Call(endpoint: "confirmSignOut", origin: origin, journey: journey, details: ["\(departmentOnly)"])).browser
  }
  func home(_ origin: RequestOrigin) async -> BrowserOutcome {
    note(Call(endpoint: "home", origin: origin)).browser
  }
  func token(_ parameters: Parameters, authorization: String?) async -> APIReply {
    note(Call(endpoint: "token", parameters: parameters, details: [authorization])).api
  }
  func introspect(_ parameters: Parameters, authorization: String?) async -> APIReply {
    note(Call(endpoint: "introspect", parameters: parameters, details: [authorization])).api
  }
  func revoke(_ parameters: Parameters, authorization: String?) async -> APIReply {
    note(Call(endpoint: "revoke", parameters: parameters, details: [authorization])).api
  }
  func userinfo(bearer: BearerPresentation) async -> APIReply {
    note(Call(endpoint: "userinfo", bearer: bearer)).api
  }
  var discovery: [UInt8] { state.withLock { $0.script.discovery } }
  var jwks: [UInt8] { state.withLock { $0.script.jwks } }
  func publicOrigin(_ origin: String) -> Bool { state.withLock { $0.script.origins.contains(origin) } }
  func ready() async -> Bool { state.withLock { $0.script.isReady } }
  func revocationSnapshot(authorization: String?, ifNoneMatch: String?) async -> APIReply {
    note(Call(endpoint: "snapshot", details: [authorization, ifNoneMatch])).api
  }
  func revocationStream(authorization: String?) async -> RevocationSubscription {
    note(Call(endpoint: "stream", details: [authorization])).subscription
  }
  /// Stands behind the admin socket.
  func admin(_ method: String, _ path: String, _ body: [UInt8]) async -> APIReply {
    note(Call(endpoint: "admin", details: [method, path], bodyCount: body.count)).api
  }
}
