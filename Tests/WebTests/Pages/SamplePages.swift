import OneDoorWeb

/// Every page in every state, built from given words: real ones, or ones that try to break out.
struct SamplePages {
  var department = "Housing Office"
  var person = "张伟"
  var journey = "AbC-_123"
  var username = "zhang.wei"
  var reference = "7KQ2MX4P"
  var restart: String? = "https://housing.example/signin"

  static let problems: [SignInProblem?] = [
    nil, .mismatch, .tooManyAttempts(minutes: 1), .tooManyAttempts(minutes: 15), .busy, .journeyExpired, .missingFields,
  ]

  var signIn: SignInPage { SignInPage(departmentName: department, journey: journey, username: username) }

  private static func name(_ kind: ErrorKind) -> String {
    guard case .unavailable(let seconds) = kind else { return kind.name }
    return "unavailable-\(seconds)"
  }

  var formPost: FormPostPage {
    FormPostPage(
      departmentName: department, action: "https://housing.example/cb",
      fields: [("code", journey), ("state", username), ("iss", "https://id.example")])
  }

  var all: [(name: String, page: Page)] {
    var pages: [(String, Page)] = Self.problems.enumerated().map { number, problem in
      (
        "sign-in-\(number)",
        .signIn(
          SignInPage(
            departmentName: department, journey: journey, username: username, problem: problem))
      )
    }
    pages.append(
      (
        "sign-in-empty",
        .signIn(
          SignInPage(
            departmentName: department, journey: journey, username: "", problem: .missingFields))
      ))
    for time in [nil, 1_795_555_555 as Int64] {
      pages.append(
        (
          "continue-as-\(time ?? 0)",
          .continueAs(
            ContinueAsPage(
              departmentName: department, personName: person, lastSignIn: time, journey: journey))
        ))
      for departments in [[], [department, "Business Registration"]] {
        pages.append(
          (
            "home-\(time ?? 0)-\(departments.count)",
            .home(
              HomePage(
                personName: person, lastSignIn: time, departments: departments, journey: journey))
          ))
      }
    }
    pages.append(("form-post", .formPost(formPost)))
    for (who, what) in [(nil, nil), (person, department)] as [(String?, String?)] {
      pages.append(
        (
          "sign-out-question-\(who == nil ? 0 : 1)",
          .signOutQuestion(
            SignOutQuestionPage(
              personName: who, departmentName: what, journey: journey, offersDeparture: true))
        ))
    }
    pages.append(("signed-out-0", .signedOut(SignedOutPage(departments: []))))
    pages.append(("signed-out-2", .signedOut(SignedOutPage(departments: [department, "Business Registration"]))))
    pages.append(("departed", .departed(DepartedPage(departmentName: department))))
    let problems: [PasswordProblem?] = [
      nil, .currentMissing, .currentWrong, .newMissing, .different, .tooShort(minimum: 12), .tooLong(maximum: 128),
      .common, .predictable, .repetitive, .containsName, .unchanged, .tooManyAttempts(minutes: 1), .busy,
    ]
    for (number, problem) in problems.enumerated() {
      pages.append(
        (
          "choose-password-\(number)",
          .choosePassword(
            ChoosePasswordPage(
              departmentName: department, journey: journey, username: username, problem: problem))
        ))
      pages.append(
        (
          "account-password-\(number)",
          .accountPassword(AccountPasswordPage(personName: person, username: username, problem: problem))
        ))
    }
    pages.append(
      (
        "account-password-changed",
        .accountPassword(AccountPasswordPage(personName: person, username: username, isChanged: true))
      ))
    pages.append(("home-signed-out", .homeSignedOut))
    for kind in ErrorKind.all + [.unavailable(retryAfter: 1), .unavailable(retryAfter: 61)] {
      pages.append(
        (
          "error-\(Self.name(kind))",
          .error(
            ErrorPage(
              kind: kind, reference: reference, departmentName: department, restartURL: restart))
        ))
    }
    pages.append(("error-bare", .error(ErrorPage(kind: .notFound, reference: reference))))
    return pages
  }
}

extension PageRenderer {
  func text(_ page: Page, in language: Language = .english) -> String {
    String(decoding: render(page, in: language), as: UTF8.self)
  }

  func markup(_ page: Page, in language: Language = .english) throws -> Markup {
    try Markup(render(page, in: language))
  }
}
