/// Asks before signing out where the request does not prove itself; posts `j` and `ui_locales` to `/signout`.
package struct SignOutQuestionPage: Sendable {
  package var personName: String?
  package var departmentName: String?
  package var journey: String

  package init(personName: String?, departmentName: String?, journey: String) {
    self.personName = personName
    self.departmentName = departmentName
    self.journey = journey
  }

  func fill(_ values: inout TemplateValues) {
    values.set("person", text: personName)
    values.set("hasPerson", flag: personName != nil)
    values.set("department", text: departmentName)
    values.set("hasDepartment", flag: departmentName != nil)
    values.set("journey", text: journey)
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

extension TemplateValues {
  init(name: String) {
    self.init()
    set("name", text: name)
  }
}
