package import OneDoorRules

/// The form for a first password of one's own, within a sign-in.
package struct ChoosePasswordView: Sendable {
  package var department: LocalizedName
  package var journey: String
  /// For password managers, which keep a password beside a name.
  package var username: String
  package var problem: ChoosePasswordProblem?
  package var formOrigin: String
  package var uiLocales: [String]

  package init(
    department: LocalizedName, journey: String, username: String = "", problem: ChoosePasswordProblem? = nil,
    formOrigin: String, uiLocales: [String] = []
  ) {
    self.department = department
    self.journey = journey
    self.username = username
    self.problem = problem
    self.formOrigin = formOrigin
    self.uiLocales = uiLocales
  }
}

package enum ChoosePasswordProblem: Sendable, Equatable {
  case new(NewPasswordProblem)
  case busy(Seconds)
}

/// The form for another password, within a session.
package struct AccountPasswordView: Sendable {
  package var personName: String
  package var login: String
  package var notice: AccountNotice?

  package init(personName: String, login: String, notice: AccountNotice? = nil) {
    self.personName = personName
    self.login = login
    self.notice = notice
  }
}
