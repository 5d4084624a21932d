/// Takes the answer to the department as a form of its own (OAuth 2.0 Form Post Response Mode §2): the one page with a
/// script, of one line, and a button that does the same where scripts are off.
package struct FormPostPage: Sendable {
  package var departmentName: String
  /// The verified redirect URI.
  package var action: String
  package var fields: [(name: String, value: String)]

  package init(departmentName: String, action: String, fields: [(name: String, value: String)]) {
    self.departmentName = departmentName
    self.action = action
    self.fields = fields
  }

  func fill(_ values: inout TemplateValues) {
    values.set("department", text: departmentName)
    values.set("action", text: action)
    values.set(
      "fields",
      list: fields.map { field in
        var entry = TemplateValues()
        entry.set("name", text: field.name)
        entry.set("value", text: field.value)
        return entry
      })
  }
}
