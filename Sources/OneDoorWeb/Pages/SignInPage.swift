/// The form for name and password; posts `j`, `ui_locales`, `username` and `password` to `/login`.
package struct SignInPage: Sendable {
  package var departmentName: String
  /// The sealed journey, the hidden field `j`.
  package var journey: String
  /// What was typed before, kept. The password is not.
  package var username: String
  package var problem: SignInProblem?

  package init(departmentName: String, journey: String, username: String = "", problem: SignInProblem? = nil) {
    self.departmentName = departmentName
    self.journey = journey
    self.username = username
    self.problem = problem
  }

  /// No login name is longer; a page need not repeat 64 KiB that somebody pasted.
  private static let longestKeptName = 256

  func fill(_ values: inout TemplateValues, phrases: Phrases) {
    values.set("department", text: departmentName)
    values.set("journey", text: journey)
    values.set("username", text: username.utf8.count <= Self.longestKeptName ? username : "")
    guard let problem else { return }
    values.set("failed", flag: true)
    let complaints = problem.complaints(usernameIsEmpty: username.isEmpty, phrases: phrases)
    values.set("usernameError", html: complaints.first { $0.field == .username }?.text)
    values.set("passwordError", html: complaints.first { $0.field == .password }?.text)
    values.set(
      "complaints",
      list: complaints.map { complaint in
        var entry = TemplateValues()
        entry.set("field", text: complaint.field?.rawValue)
        entry.set("text", html: complaint.text)
        return entry
      })
    // Which field to colour: both where only the pair is known to be wrong.
    values.set("usernameWrong", flag: complaints.contains { $0.field == .username })
    values.set("passwordWrong", flag: problem == .mismatch || complaints.contains { $0.field == .password })
  }
}

/// Why the form is shown again.
package enum SignInProblem: Sendable, Equatable {
  case mismatch
  case tooManyAttempts(minutes: Int)
  case busy
  case journeyExpired
  case missingFields

  struct Complaint {
    enum Field: String { case username, password }
    let field: Field?
    let text: HTMLText
  }

  func complaints(usernameIsEmpty: Bool, phrases: Phrases) -> [Complaint] {
    switch self {
    case .mismatch:
      return [Complaint(field: .username, text: phrases.text("problem.mismatch"))]
    case .missingFields:
      // The password is never kept, so it is to be typed in either case.
      let password = Complaint(field: .password, text: phrases.text("problem.passwordMissing"))
      guard usernameIsEmpty else { return [password] }
      return [Complaint(field: .username, text: phrases.text("problem.usernameMissing")), password]
    case .tooManyAttempts(let minutes):
      return [Complaint(field: nil, text: phrases.text("problem.tooManyAttempts", count: max(1, minutes)))]
    case .busy:
      return [Complaint(field: nil, text: phrases.text("problem.busy"))]
    case .journeyExpired:
      return [Complaint(field: nil, text: phrases.text("problem.journeyExpired"))]
    }
  }
}
