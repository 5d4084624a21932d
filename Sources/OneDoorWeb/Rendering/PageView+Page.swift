import OneDoorEndpoints
import OneDoorRules

/// What an endpoint says, as the page that says it.
extension Page {
  init(_ view: PageView, in language: Language, reference: String, retryAfter: Int?) {
    let tag = language.tag
    switch view {
    case .signIn(let view):
      self = .signIn(
        SignInPage(
          departmentName: view.department.text(in: tag), journey: view.journey, username: view.username,
          problem: view.problem.map(SignInProblem.init)))
    case .choosePassword(let view):
      self = .choosePassword(
        ChoosePasswordPage(
          departmentName: view.department.text(in: tag), journey: view.journey, username: view.username,
          problem: view.problem.map(PasswordProblem.init)))
    case .accountPassword(let view):
      self = .accountPassword(
        AccountPasswordPage(
          personName: view.personName, username: view.login, isChanged: view.notice == .changed,
          problem: view.notice.flatMap(PasswordProblem.init)))
    case .continueAs(let view):
      self = .continueAs(
        ContinueAsPage(
          departmentName: view.department.text(in: tag), personName: view.personName,
          lastSignIn: view.lastSignIn?.seconds, journey: view.journey))
    case .formPost(let view):
      self = .formPost(
        FormPostPage(
          departmentName: view.department.text(in: tag), action: view.action,
          fields: view.fields.map { ($0.name, $0.value) }))
    case .signOutQuestion(let view):
      self = .signOutQuestion(
        SignOutQuestionPage(
          personName: view.personName, departmentName: view.department?.text(in: tag), journey: view.journey,
          offersDeparture: view.offersDeparture))
    case .signedOut(let departments):
      self = .signedOut(SignedOutPage(departments: departments.map { $0.text(in: tag) }))
    case .departed(let department): self = .departed(DepartedPage(departmentName: department.text(in: tag)))
    case .home(let view):
      guard let person = view.personName else {
        self = .homeSignedOut
        return
      }
      self = .home(
        HomePage(
          personName: person, lastSignIn: view.lastSignIn?.seconds,
          departments: view.departments.map { $0.text(in: tag) }, journey: view.signOutJourney ?? ""))
    case .refusal(let refusal, let department):
      let kind = ErrorKind(refusal, retryAfter: retryAfter)
      self = .error(ErrorPage(kind: kind, reference: reference, departmentName: department?.text(in: tag)))
    }
  }
}

extension SignInProblem {
  init(_ problem: OneDoorEndpoints.SignInProblem) {
    switch problem {
    case .mismatch: self = .mismatch
    case .missingFields: self = .missingFields
    // Rounded up, so that nobody comes back too early.
    case .tooManyAttempts(let wait): self = .tooManyAttempts(minutes: Int(clamping: (max(0, wait.value) + 59) / 60))
    case .busy: self = .busy
    case .stepExpired: self = .journeyExpired
    }
  }
}

extension ErrorKind {
  init(_ refusal: PageRefusal, retryAfter: Int?) {
    switch refusal {
    case .unknownDepartment: self = .unknownDepartment
    case .departmentDisabled: self = .departmentDisabled
    case .redirectURIMissing, .redirectURIMismatch, .postLogoutRedirectURIMismatch: self = .badRedirectURI
    case .malformedParameters, .duplicateParameter, .hintInvalid: self = .badRequest
    case .expiredJourney, .foreignJourney: self = .expiredJourney
    case .cookiesOff: self = .cookiesOff
    case .crossSite: self = .crossSite
    case .hintContradicted: self = .wrongDepartmentHint
    case .hintOfAnotherPerson: self = .signOutOfAnother
    case .notFound: self = .notFound
    case .unavailable: self = .unavailable(retryAfter: retryAfter ?? 5)
    case .internalFault: self = .internalFault
    }
  }
}

extension PageView {
  /// The languages that the department asked for.
  var uiLocales: [String] {
    switch self {
    case .signIn(let view): view.uiLocales
    case .choosePassword(let view): view.uiLocales
    case .continueAs(let view): view.uiLocales
    case .formPost, .signOutQuestion, .signedOut, .departed, .home, .accountPassword, .refusal: []
    }
  }

  /// The page with the script.
  var submitsItself: Bool { if case .formPost = self { true } else { false } }
}
