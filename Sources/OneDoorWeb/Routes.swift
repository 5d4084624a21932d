import HTTPTypes
import OneDoorMessages

/// The one table of what can be asked for. Dispatch, 405, HEAD and the answers to browsers that ask before another
/// origin's script may call are derived from it.
package enum Routes {
  /// Open to the world.
  package static let provider: [Route] = [
    Route(.openidConfiguration, [.get], .document, crossOrigin: .anyone, answer: DocumentAnswers.discovery),
    Route(.oauthMetadata, [.get], .document, crossOrigin: .anyone, answer: DocumentAnswers.discovery),
    Route(.jwks, [.get], .document, crossOrigin: .anyone, answer: DocumentAnswers.jwks),
    Route(.authorize, [.get, .post], .page, answer: BrowserAnswers.authorize),
    Route(.token, [.post], .api, crossOrigin: .publicDepartments, answer: APIAnswers.token),
    Route(.userinfo, [.get, .post], .api, crossOrigin: .publicDepartments, answer: APIAnswers.userinfo),
    Route(.introspect, [.post], .api, answer: APIAnswers.introspect),
    Route(.revoke, [.post], .api, answer: APIAnswers.revoke),
    Route(.endSession, [.get, .post], .page, answer: BrowserAnswers.endSession),
    Route(.revocationStream, [.get], .feed, answer: APIAnswers.stream),
    Route(.revocationSnapshot, [.get], .api, answer: APIAnswers.snapshot),
    Route(.live, [.get], .api, takesAnyHost: true, answer: APIAnswers.live),
    Route(.ready, [.get], .api, takesAnyHost: true, answer: APIAnswers.ready),
    Route(.login, [.get, .post], .page, answer: BrowserAnswers.login),
    Route(.choosePassword, [.get, .post], .page, answer: PasswordAnswers.choose),
    Route(.continueAs, [.get, .post], .page, answer: BrowserAnswers.continueAs),
    Route(.signOut, [.post], .page, answer: BrowserAnswers.signOut),
    Route(.accountPassword, [.get, .post], .page, answer: PasswordAnswers.account),
    Route(.home, [.get], .page, answer: BrowserAnswers.home),
    Route("styleSheet", StyleSheet.path, [.get], .asset, answer: DocumentAnswers.styleSheet),
    Route("icon", Icon.path, [.get], .asset, answer: DocumentAnswers.icon),
    Route("usualIcon", Icon.usualPath, [.get], .document, answer: DocumentAnswers.icon),
    Route("submitScript", SubmitScript.path, [.get], .asset, answer: DocumentAnswers.submitScript),
  ]

  /// On loopback, for whoever watches the machine.
  package static let operations: [Route] = [
    Route("metrics", "/metrics", [.get], .api, answer: OperationsAnswers.metrics),
    Route("operationsLive", "/live", [.get], .api, answer: APIAnswers.live),
    Route("operationsReady", "/ready", [.get], .api, answer: APIAnswers.ready),
  ]
}
