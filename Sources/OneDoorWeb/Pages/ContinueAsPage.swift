/// Asks whether the person who is signed in is the one who goes on; posts `j`, `ui_locales` and `choice` (`continue` or
/// `another`) to `/continue`.
package struct ContinueAsPage: Sendable {
  package var departmentName: String
  package var personName: String
  /// Unix seconds.
  package var lastSignIn: Int64?
  package var journey: String

  package init(departmentName: String, personName: String, lastSignIn: Int64?, journey: String) {
    self.departmentName = departmentName
    self.personName = personName
    self.lastSignIn = lastSignIn
    self.journey = journey
  }

  func fill(_ values: inout TemplateValues, phrases: Phrases, clock: WallClock) {
    values.set("department", text: departmentName)
    values.set("person", text: personName)
    values.set("journey", text: journey)
    let time = lastSignIn.flatMap { WrittenTime(unixSeconds: $0, clock: clock) }
    values.set("time", html: time.map(phrases.time))
    values.set("hasTime", flag: time != nil)
  }
}
