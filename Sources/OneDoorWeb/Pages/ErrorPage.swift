/// What happened, what the person can do, and a reference that the log has too.
package struct ErrorPage: Sendable {
  package var kind: ErrorKind
  /// Eight characters.
  package var reference: String
  package var departmentName: String?
  /// A registered address of the department, or a path of ours. Anything that is neither http nor a path is not shown.
  package var restartURL: String?

  package init(kind: ErrorKind, reference: String, departmentName: String? = nil, restartURL: String? = nil) {
    self.kind = kind
    self.reference = reference
    self.departmentName = departmentName
    self.restartURL = restartURL
  }

  func fill(_ values: inout TemplateValues, phrases: Phrases) {
    values.set("failed", flag: true)
    values.set("heading", html: phrases.text("error.\(kind.name).heading"))
    values.set("happened", html: phrases.text("error.\(kind.name).happened"))
    values.set("remedy", html: remedy(phrases))
    values.set("reference", text: reference)
    values.set("department", text: departmentName)
    values.set("hasDepartment", flag: departmentName != nil)
    values.set("restart", text: restartURL.flatMap { Self.isSafeLink($0) ? $0 : nil })
  }

  private func remedy(_ phrases: Phrases) -> HTMLText {
    guard case .unavailable(let seconds) = kind else { return phrases.text("error.\(kind.name).remedy") }
    guard seconds >= 60 else { return phrases.text("error.unavailable.remedySeconds", count: max(1, seconds)) }
    // Rounded up, so that nobody comes back too early.
    let minutes = seconds / 60 + (seconds % 60 == 0 ? 0 : 1)
    return phrases.text("error.unavailable.remedyMinutes", count: minutes)
  }

  /// Escaping does not stop `javascript:`. `//host` is another host, and browsers read `/\host` the same way.
  private static func isSafeLink(_ link: String) -> Bool {
    let bytes = Array(link.utf8)
    if bytes.starts(with: "https://".utf8) || bytes.starts(with: "http://".utf8) { return true }
    guard bytes.first == UInt8(ascii: "/") else { return false }
    return bytes.count == 1 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\") && bytes[1] > 0x20)
  }
}
