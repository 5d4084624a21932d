import OneDoorWeb
import Testing

@Suite struct `What people type cannot become markup` {
  /// A quote followed by a combining mark is one character to Swift and still a quote to a browser.
  static let canaries = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)", "</title><script>",
    "\"\u{301} onfocus=alert(1) autofocus x=\"\u{301}", "<\u{338}b>", "&lt;script&gt;", "{{{journey}}}",
    "[[signIn.submit]]", "\u{0}\u{8}<b", "\r\n<b>",
  ]
  private static let attributes: Set<String> = [
    "lang", "dir", "charset", "name", "content", "rel", "href", "class", "width", "height", "viewBox", "aria-hidden",
    "focusable", "d", "fill", "aria-label", "id", "method", "action", "type", "value", "for",
    "autocomplete", "autocapitalize", "autocorrect", "spellcheck", "aria-describedby", "aria-invalid", "aria-current",
    "role", "tabindex", "autofocus", "aria-labelledby", "translate", "hidden", "src",
  ]

  @Test(arguments: canaries)
  func `in any field of any page`(canary: String) throws {
    let renderer = try PageRenderer(clock: .utc)
    let plain = SamplePages()
    let hostile = SamplePages(
      department: canary, person: canary, journey: canary, username: canary, reference: canary,
      restart: "https://housing.example/?" + canary)
    for language in Language.all {
      for ((name, clean), (_, dirty)) in zip(plain.all, hostile.all) {
        let expected = try renderer.markup(clean, in: language)
        let markup = try renderer.markup(dirty, in: language)
        #expect(markup.elements.map(\.name) == expected.elements.map(\.name), "\(name)")
        for (element, twin) in zip(markup.elements, expected.elements) {
          #expect(Set(element.attributes.keys) == Set(twin.attributes.keys), "\(name)")
          #expect(Set(element.attributes.keys).isSubset(of: Self.attributes), "\(name)")
        }
      }
    }
  }

  @Test func `and reads the same after escaping`() {
    #expect(HTMLText(escaping: "O'Neill & \"Söhne\" <张伟>").markup == "O&#39;Neill &amp; &quot;Söhne&quot; &lt;张伟&gt;")
    #expect(HTMLText(escaping: "\"\u{301}").markup == "&quot;\u{301}")
    #expect(HTMLText(escaping: "a\u{0}b\u{1b}c\td").markup == "a\u{FFFD}b\u{FFFD}c\td")
  }

  @Test func `because no template escapes by itself or not at all`() throws {
    for name in TemplateName.allCases {
      let text = try TemplateSource(name).text
      for tag in text.components(after: "{{") {
        let sign = tag.first.map(String.init) ?? ""
        #expect("{#^/<>$!".contains(sign), "\(name): {{\(tag.prefix(20))")
      }
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//evil.example",
    "/\\evil.example", "/\t/evil.example", "vbscript:x", "",
  ])
  func `and no link leads to script or to a foreign host`(link: String) throws {
    let renderer = try PageRenderer(clock: .utc)
    let page = Page.error(ErrorPage(kind: .expiredJourney, reference: "7KQ2MX4P", restartURL: link))
    #expect(try renderer.markup(page).all("a").map { $0.attributes["href"] } == ["#main"])
  }

  @Test(arguments: ["https://housing.example/signin", "http://localhost:8081/", "/", "/login?j=x"])
  func `while honest links are kept`(link: String) throws {
    let renderer = try PageRenderer(clock: .utc)
    let page = Page.error(ErrorPage(kind: .expiredJourney, reference: "7KQ2MX4P", restartURL: link))
    #expect(try renderer.markup(page).all("a").map { $0.attributes["href"] } == ["#main", link])
  }
}

extension String {
  /// What follows each `mark`; a third brace belongs to the tag.
  fileprivate func components(after mark: String) -> [Substring] {
    var rest = self[...]
    var found: [Substring] = []
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      found.append(rest)
      if rest.first == "{" { rest = rest.dropFirst() }
    }
    return found
  }
}
