/// Everything a citizen can be shown.
package enum Page: Sendable {
  case signIn(SignInPage)
  case choosePassword(ChoosePasswordPage)
  case continueAs(ContinueAsPage)
  case formPost(FormPostPage)
  case signOutQuestion(SignOutQuestionPage)
  case signedOut(SignedOutPage)
  case departed(DepartedPage)
  case home(HomePage)
  case accountPassword(AccountPasswordPage)
  case homeSignedOut
  case error(ErrorPage)

  func fill(_ values: inout TemplateValues, phrases: Phrases, clock: WallClock) -> TemplateName {
    switch self {
    case .signIn(let page):
      page.fill(&values, phrases: phrases)
      return .signIn
    case .choosePassword(let page):
      page.fill(&values, phrases: phrases)
      return .choosePassword
    case .continueAs(let page):
      page.fill(&values, phrases: phrases, clock: clock)
      return .continueAs
    case .formPost(let page):
      page.fill(&values)
      return .formPost
    case .signOutQuestion(let page):
      page.fill(&values)
      return .signOutQuestion
    case .signedOut(let page):
      page.fill(&values)
      return .signedOut
    case .departed(let page):
      page.fill(&values)
      return .departed
    case .home(let page):
      page.fill(&values, phrases: phrases, clock: clock)
      return .home
    case .accountPassword(let page):
      page.fill(&values, phrases: phrases)
      return .accountPassword
    case .homeSignedOut:
      return .homeSignedOut
    case .error(let page):
      page.fill(&values, phrases: phrases)
      return .error
    }
  }

  /// Where a GET of the same address with `j` and `ui_locales` gives the same page again: its journey, or no journey.
  /// Answers to a POST and error pages have no such address and offer no other language.
  var switchableJourney: String?? {
    switch self {
    case .signIn(let page): .some(page.journey)
    case .choosePassword(let page): .some(page.journey)
    case .continueAs(let page): .some(page.journey)
    case .signOutQuestion(let page): .some(page.journey)
    case .home, .accountPassword, .homeSignedOut: .some(nil)
    case .formPost, .signedOut, .departed, .error: nil
    }
  }
}
