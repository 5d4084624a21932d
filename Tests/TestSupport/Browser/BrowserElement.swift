/// An element of the page, good until the page goes.
package struct BrowserElement: Sendable {
  let wire: WebDriverWire
  let id: String

  /// The key under which WebDriver hands out elements (W3C WebDriver §12).
  static let key = "element-6066-11e4-a52e-4f735466cecf"

  init?(_ value: Any?, _ wire: WebDriverWire) {
    guard let id = (value as? [String: Any])?[Self.key] as? String else { return nil }
    (self.id, self.wire) = (id, wire)
  }

  package func text() async throws -> String { try await wire.get("/element/\(id)/text") as? String ?? "" }
  package func tagName() async throws -> String { try await wire.get("/element/\(id)/name") as? String ?? "" }
  package func isDisplayed() async throws -> Bool { try await wire.get("/element/\(id)/displayed") as? Bool ?? false }

  package func attribute(_ name: String) async throws -> String? {
    try await wire.get("/element/\(id)/attribute/\(name)") as? String
  }

  /// A property as it stands now, such as `value` of a field somebody has typed into.
  package func property(_ name: String) async throws -> String? {
    try await wire.get("/element/\(id)/property/\(name)") as? String
  }

  package func style(_ name: String) async throws -> String {
    try await wire.get("/element/\(id)/css/\(name)") as? String ?? ""
  }

  /// Left, top, width and height in CSS pixels.
  package func box() async throws -> (x: Double, y: Double, width: Double, height: Double) {
    let box = try await wire.get("/element/\(id)/rect") as? [String: Any] ?? [:]
    func number(_ name: String) -> Double { (box[name] as? Double) ?? (box[name] as? Int).map(Double.init) ?? 0 }
    return (number("x"), number("y"), number("width"), number("height"))
  }

  package func type(_ text: String) async throws { try await wire.post("/element/\(id)/value", ["text": text]) }
  package func clear() async throws { try await wire.post("/element/\(id)/clear") }

  /// Clicks, and waits for the page that this leads to, if it does.
  package func click() async throws { try await wire.post("/element/\(id)/click") }
}

extension Browser {
  /// The first element for a CSS selector; an error where there is none now.
  package func find(_ css: String) async throws -> BrowserElement {
    let value = try await wire.post("/element", ["using": "css selector", "value": css])
    guard let element = BrowserElement(value, wire) else { throw WebDriverError(code: "no such element", message: css) }
    return element
  }

  package func findAll(_ css: String) async throws -> [BrowserElement] {
    let values = try await wire.post("/elements", ["using": "css selector", "value": css]) as? [Any] ?? []
    return values.compactMap { BrowserElement($0, wire) }
  }

  /// The first link or button with exactly this text.
  package func control(_ text: String) async throws -> BrowserElement {
    let path = "//*[self::a or self::button or self::summary][normalize-space(.)='\(text)']"
    let value = try await wire.post("/element", ["using": "xpath", "value": path])
    guard let element = BrowserElement(value, wire) else {
      throw WebDriverError(code: "no such element", message: text)
    }
    return element
  }

  package func click(_ css: String) async throws { try await find(css).click() }

  /// Puts `text` into a field in place of what it holds.
  package func fill(_ css: String, with text: String) async throws {
    let field = try await find(css)
    try await field.clear()
    try await field.type(text)
  }

  /// The element that has the keyboard.
  package func focused() async throws -> BrowserElement {
    guard let element = BrowserElement(try await wire.get("/element/active"), wire) else {
      throw WebDriverError(code: "no such element", message: "focused")
    }
    return element
  }

  package func pressTab() async throws { try await focused().type("\u{E004}") }
  package func pressEnter() async throws { try await focused().type("\u{E007}") }

  /// Until an element is there.
  @discardableResult
  package func waitFor(_ css: String, within bound: Duration = .seconds(10)) async throws -> BrowserElement {
    try await wait("element \(css)", bound) { try? await find(css) }
  }

  /// Until the page shows these words.
  package func waitFor(text: String, within bound: Duration = .seconds(10)) async throws {
    try await wait("the words “\(text)”", bound) { (try? await self.text())?.contains(text) == true ? true : nil }
  }

  /// Until the address begins so.
  package func waitFor(urlPrefix: String, within bound: Duration = .seconds(10)) async throws {
    try await wait("an address \(urlPrefix)…", bound) {
      try await currentURL().hasPrefix(urlPrefix) ? true : nil
    }
  }

  /// As `eventually`, but a failure shows what the page was.
  @discardableResult
  private func wait<Answer>(_ what: String, _ bound: Duration, _ body: () async throws -> Answer?) async throws
    -> Answer
  {
    do {
      return try await eventually(what, within: bound, body)
    } catch let error as TimedOut {
      let address = (try? await currentURL()) ?? "no address"
      let page = (try? await text()) ?? "no page"
      throw TimedOut(error.description, after: bound, seen: "\(address)\n\(page.prefix(2000))")
    }
  }
}
