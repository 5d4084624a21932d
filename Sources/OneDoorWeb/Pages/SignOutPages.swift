/// Asks before signing out where the request does not prove itself; posts `j`, `ui_locales` and `reach` (`everywhere` or
/// `department`) to `/signout`.
package struct SignOutQuestionPage: Sendable {
  package var personName: String?
  package var departmentName: String?
  package var journey: String
  /// Whether "of this department only" is an answer.
  package var offersDeparture: Bool

  package init(personName: String?, departmentName: String?, journey: String, offersDeparture: Bool = false) {
    self.personName = personName
    self.departmentName = departmentName
    self.journey = journey
    self.offersDeparture = offersDeparture
  }

  func fill(_ values: inout TemplateValues) {
    values.set("person", text: personName)
    values.set("hasPerson", flag: personName != nil)
    values.set("department", text: departmentName)
    values.set("hasDepartment", flag: departmentName != nil)
    values.set("journey", text: journey)
    values.set("offersDeparture", flag: offersDeparture && departmentName != nil)
  }
}

/// Says that it is done, and where.
package struct SignedOutPage: Sendable {
  package var departments: [String]

  package init(departments: [String]) { self.departments = departments }

  func fill(_ values: inout TemplateValues) {
    values.set("departments", list: departments.map(TemplateValues.init(name:)))
    values.set("hasDepartments", flag: !departments.isEmpty)
  }
}

/// Says that one department is left and everything else stays as it is.
package struct DepartedPage: Sendable {
  package var departmentName: String

  package init(departmentName: String) { self.departmentName = departmentName }

  func fill(_ values: inout TemplateValues) { values.set("department", text: departmentName) }
}

extension TemplateValues {
  init(name: String) {
    self.init()
    set("name", text: name)
  }
}
