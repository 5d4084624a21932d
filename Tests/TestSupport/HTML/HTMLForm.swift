/// A form as it would be sent: action, method, its fields in order, its buttons.
package struct HTMLForm: Sendable, Equatable {
  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: String
    /// `hidden`, `text`, `password`, …
    package let type: String
    package let attributes: [String: String]
  }

  package struct Button: Sendable, Equatable {
    package let name: String
    package let value: String
    package fileprivate(set) var text: String
  }

  package let action: String
  /// `get` or `post`.
  package let method: String
  package private(set) var fields: [Field] = []
  package private(set) var buttons: [Button] = []

  init(_ attributes: [String: String]) {
    action = attributes["action"] ?? ""
    method = (attributes["method"] ?? "get").lowercased()
  }

  package var hidden: [(String, String)] { fields.filter { $0.type == "hidden" }.map { ($0.name, $0.value) } }
  package subscript(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// Its fields with some filled in; a name that the form does not have is added, as a tampering person could. Check
  /// boxes and radio buttons are sent only where they are checked or filled in. A button with a name is sent when
  /// pressed, by its value or its text.
  package func fields(filling values: [String: String], pressing button: String? = nil) -> [(String, String)] {
    var filled: [(String, String)] = []
    for field in fields {
      let isChoice = field.type == "checkbox" || field.type == "radio"
      if isChoice, values[field.name] == nil, field.attributes["checked"] == nil { continue }
      if field.type == "radio", let wanted = values[field.name], wanted != field.value { continue }
      filled.append((field.name, values[field.name] ?? field.value))
    }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) where self[name] == nil { filled.append((name, value)) }
    if let button, let pressed = buttons.first(where: { $0.value == button || $0.text == button }),
      !pressed.name.isEmpty
    {
      filled.append((pressed.name, pressed.value))
    }
    return filled
  }

  mutating func add(_ element: String, _ attributes: [String: String]) {
    let name = attributes["name"] ?? ""
    let type = (attributes["type"] ?? (element == "button" ? "submit" : "text")).lowercased()
    if element == "button" || (element == "input" && type == "submit") {
      let value = attributes["value"] ?? ""
      buttons.append(Button(name: name, value: value, text: element == "input" ? value : ""))
    } else if ["input", "select", "textarea"].contains(element), !name.isEmpty {
      let value = attributes["value"] ?? (type == "checkbox" ? "on" : "")
      fields.append(Field(name: name, value: value, type: type, attributes: attributes))
    }
  }

  mutating func name(lastButton text: String) {
    if !buttons.isEmpty, buttons[buttons.count - 1].text.isEmpty { buttons[buttons.count - 1].text = text }
  }
}
