/// What a template fills its places with. Text is escaped on its way in, so no template can forget it.
struct TemplateValues {
  private(set) var raw: [String: Any] = [:]

  mutating func set(_ name: String, text: String?) {
    raw[name] = text.map { HTMLText(escaping: $0).markup }
  }

  mutating func set(_ name: String, html: HTMLText?) {
    raw[name] = html?.markup
  }

  mutating func set(_ name: String, flag: Bool) {
    raw[name] = flag
  }

  mutating func set(_ name: String, list: [TemplateValues]) {
    raw[name] = list.map(\.raw)
  }
}
