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
  case choosePassword(ChoosePasswordView)
  case continueAs(ContinueView)
  case formPost(FormPostView)
  case signOutQuestion(SignOutView)
  /// The departments that are told.
  case signedOut(departments: [LocalizedName])
  /// Signed out of one department only: the one that is told.
  case departed(LocalizedName)
  case home(HomeView)
  case accountPassword(AccountPasswordView)
  case refusal(PageRefusal, department: LocalizedName?)

  /// The origin of the verified redirect URI: a form of this page may end there.
  package var formOrigin: String? {
    switch self {
    case .signIn(let view): view.formOrigin
    case .choosePassword(let view): view.formOrigin
    case .continueAs(let view): view.formOrigin
    case .formPost(let view): view.formOrigin
    case .signOutQuestion, .signedOut, .departed, .home, .accountPassword, .refusal: nil
    }
  }
}
