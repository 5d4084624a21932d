/// One entry under `persons:`.
enum PersonReader {
  private static let names = ["login", "name", "password", "change_password", "phone", "email", "verified"]

  static func read(
    _ node: DocumentNode, environment: [String: String], problems: inout [ConfigurationProblem]
  ) -> PersonRegistration? {
    guard var fields = MappingReader(node, subject: "person", label: "login", names: names, problems: &problems) else {
      return nil
    }
    let login = fields.required("login", PersonWords.login)
    let name = fields.required("name", PersonWords.name)
    var person = PersonRegistration(login: login ?? "", name: name ?? "")
    person.password = fields.one("password") { text throws(WrongValue) in
      try PersonWords.password(try SecretReference(text).resolve(environment: environment))
    }
    person.mustChangePassword = fields.flag("change_password") ?? false
    if person.mustChangePassword, !fields.has("password") {
      fields.problem(at: "change_password", "change_password is about a password, and none is given")
    }
    person.phone = fields.one("phone", PersonWords.phone)
    person.email = fields.one("email", PersonWords.email)
    let verified = fields.list("verified") { text throws(WrongValue) in
      try Choice.read(text, as: PersonRegistration.Contact.self)
    }
    person.verified = Set(verified ?? [])
    for contact in person.verified.sorted(by: { $0.rawValue < $1.rawValue }) where !fields.has(contact.rawValue) {
      fields.problem(at: "verified", "verified lists \(contact.rawValue), which is not given")
    }
    problems += fields.problems
    return fields.problems.isEmpty ? person : nil
  }
}
