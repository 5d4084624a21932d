/// The provider's own first page for somebody who is signed in; its button posts `j` and `ui_locales` to `/signout`.
package struct HomePage: Sendable {
  package var personName: String
  /// Unix seconds, of the sign-in before this one.
  package var lastSignIn: Int64?
  /// Those opened in this session.
  package var departments: [String]
  package var journey: String

  package init(personName: String, lastSignIn: Int64?, departments: [String], journey: String) {
    self.personName = personName
    self.lastSignIn = lastSignIn
    self.departments = departments
    self.journey = journey
  }

  func fill(_ values: inout TemplateValues, phrases: Phrases, clock: WallClock) {
    values.set("person", text: personName)
    values.set("journey", text: journey)
    let time = lastSignIn.flatMap { WrittenTime(unixSeconds: $0, clock: clock) }
    values.set("time", html: time.map(phrases.time))
    values.set("hasTime", flag: time != nil)
    values.set("departments", list: departments.map(TemplateValues.init(name:)))
    values.set("hasDepartments", flag: !departments.isEmpty)
  }
}
