/// A first password of one's own, within a sign-in; posts `j`, `ui_locales`, `new_password` and `new_password_again` to
/// `/login/password`. No password is ever kept.
package struct ChoosePasswordPage: Sendable {
  package var departmentName: String
  package var journey: String
  package var username: String
  package var problem: PasswordProblem?

  package init(departmentName: String, journey: String, username: String, problem: PasswordProblem? = nil) {
    self.departmentName = departmentName
    self.journey = journey
    self.username = username
    self.problem = problem
  }

  func fill(_ values: inout TemplateValues, phrases: Phrases) {
    values.set("department", text: departmentName)
    values.set("journey", text: journey)
    values.set("username", text: username)
    values.set(problem, phrases)
  }
}

/// Another password, within a session; posts `ui_locales`, `password`, `new_password` and `new_password_again` to
/// `/account/password`.
package struct AccountPasswordPage: Sendable {
  package var personName: String
  package var username: String
  package var isChanged: Bool
  package var problem: PasswordProblem?

  package init(personName: String, username: String, isChanged: Bool = false, problem: PasswordProblem? = nil) {
    self.personName = personName
    self.username = username
    self.isChanged = isChanged
    self.problem = problem
  }

  func fill(_ values: inout TemplateValues, phrases: Phrases) {
    values.set("person", text: personName)
    values.set("username", text: username)
    values.set("isChanged", flag: isChanged)
    values.set(problem, phrases)
  }
}

/// Why the form is shown again.
package enum PasswordProblem: Sendable, Hashable {
  case currentMissing
  case currentWrong
  case newMissing
  case different
  case tooShort(minimum: Int)
  case tooLong(maximum: Int)
  case common
  case predictable
  case repetitive
  case containsName
  case unchanged
  case tooManyAttempts(minutes: Int)
  case busy

  /// The fields by their `id`.
  enum Field: String {
    case current = "password"
    case new = "new-password"
    case again = "new-password-again"
  }

  func complaint(_ phrases: Phrases) -> (field: Field?, text: HTMLText) {
    switch self {
    case .currentMissing: (.current, phrases.text("problem.currentMissing"))
    case .currentWrong: (.current, phrases.text("problem.currentWrong"))
    case .newMissing: (.new, phrases.text("problem.newMissing"))
    case .different: (.again, phrases.text("problem.different"))
    case .tooShort(let minimum): (.new, phrases.text("problem.tooShort", count: minimum))
    case .tooLong(let maximum): (.new, phrases.text("problem.tooLong", count: maximum))
    case .common: (.new, phrases.text("problem.common"))
    case .predictable: (.new, phrases.text("problem.predictable"))
    case .repetitive: (.new, phrases.text("problem.repetitive"))
    case .containsName: (.new, phrases.text("problem.containsName"))
    case .unchanged: (.new, phrases.text("problem.unchanged"))
    case .tooManyAttempts(let minutes): (nil, phrases.text("problem.tooManyAttempts", count: max(1, minutes)))
    case .busy: (nil, phrases.text("problem.busy"))
    }
  }
}

extension TemplateValues {
  fileprivate mutating func set(_ problem: PasswordProblem?, _ phrases: Phrases) {
    guard let problem else { return }
    let complaint = problem.complaint(phrases)
    set("failed", flag: true)
    set("field", text: complaint.field?.rawValue)
    set("complaint", html: complaint.text)
    set("currentError", html: complaint.field == .current ? complaint.text : nil)
    set("newError", html: complaint.field == .new ? complaint.text : nil)
    set("againError", html: complaint.field == .again ? complaint.text : nil)
  }
}
