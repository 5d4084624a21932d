package import OneDoorRules

/// How an endpoint that a browser visits answers.
package enum BrowserOutcome: Sendable {
  /// 303 See Other, to a department or to a path of ours.
  case redirect(location: String, cookies: [CookieChange])
  case page(PageView, status: Int, retryAfter: Int?, cookies: [CookieChange])
}

/// What a page says, before it has words.
package enum PageView: Sendable {
  case signIn(SignInView)
  case continueAs(ContinueView)
  case signOutQuestion(SignOutView)
  case signedOut(departments: [LocalizedName])
  case home(HomeView)
  case refusal(PageRefusal, department: LocalizedName?)

  /// The origin of the verified redirect URI: a form of this page may end there.
  package var formOrigin: String? {
    switch self {
    case .signIn(let view): view.formOrigin
    case .continueAs(let view): view.formOrigin
    case .signOutQuestion(let view): view.formOrigin
    case .signedOut, .home, .refusal: nil
    }
  }
}
