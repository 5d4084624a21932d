import OneDoorWeb
import Testing

@Suite struct `Every page in every language` {
  let renderer: PageRenderer

  init() throws { renderer = try PageRenderer(clock: .utc) }

  @Test(arguments: Language.all)
  func `is well-formed and says what it is`(language: Language) throws {
    for (name, page) in SamplePages().all {
      let markup = try renderer.markup(page, in: language)
      let html = try #require(markup.all("html").first)
      #expect(html.attributes["lang"] == language.tag, "\(name)")
      #expect(html.attributes["dir"] == language.dir, "\(name)")
      #expect(markup.all("h1").count == 1, "\(name)")
      #expect(markup.all("main").count == 1, "\(name)")
      #expect(!markup.title.isEmpty && markup.title.hasSuffix("– OneDoor"), "\(name): \(markup.title)")
      #expect(markup.all("a").first?.attributes["href"] == "#main", "\(name)")
      #expect(markup.id("main") != nil, "\(name)")
      let ids = markup.elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(name)")
    }
  }

  @Test(arguments: Language.all)
  func `carries no script, no inline style and loads one icon and one stylesheet`(language: Language) throws {
    for (name, page) in SamplePages().all {
      let markup = try renderer.markup(page, in: language)
      for element in markup.elements {
        #expect(!["script", "style", "img", "iframe", "object"].contains(element.name), "\(name)")
        let handlers = element.attributes.keys.filter { $0.hasPrefix("on") || $0 == "style" }
        #expect(handlers.isEmpty, "\(name): \(handlers)")
      }
      #expect(markup.all("link").map { $0.attributes["href"] } == [Icon.path, StyleSheet.path], "\(name)")
    }
  }

  @Test(arguments: Language.all)
  func `leaves no mark of a template behind and no empty sentence`(language: Language) throws {
    for (name, page) in SamplePages().all {
      let text = renderer.text(page, in: language)
      for mark in ["{", "}", "[[", "]]", "@{"] { #expect(!text.contains(mark), "\(name): \(mark)") }
      for element in try renderer.markup(page, in: language).elements
      where ["p", "h1", "h2", "li", "dd", "dt", "label", "button", "a", "bdi"].contains(element.name) {
        #expect(element.text.contains { !$0.isWhitespace }, "\(name): empty <\(element.name)>")
      }
    }
  }

  @Test func `has forms that keep the journey and the language, and buttons that say what they do`() throws {
    for language in Language.all {
      for (name, page) in SamplePages().all {
        let markup = try renderer.markup(page, in: language)
        for form in markup.all("form") {
          #expect(form.attributes["method"] == "post", "\(name)")
          let hidden = markup.all("input").filter { $0.attributes["type"] == "hidden" }
          #expect(hidden.map { $0.attributes["name"] } == ["j", "ui_locales"], "\(name)")
          #expect(hidden.map { $0.attributes["value"] } == ["AbC-_123", language.tag], "\(name)")
          #expect(markup.all("button").allSatisfy { $0.attributes["type"] == "submit" }, "\(name)")
        }
      }
    }
  }

  @Test func `offers the other languages where a GET gives the page again`() throws {
    let markup = try renderer.markup(.signIn(SamplePages().signIn))
    let link = try #require(markup.all("a").first { $0.attributes["hreflang"] != nil })
    #expect(link.attributes["href"] == "?j=AbC-_123&amp;ui_locales=zh-Hans")
    #expect(link.text == "简体中文")
    let error = try renderer.markup(.error(ErrorPage(kind: .notFound, reference: "7KQ2MX4P")))
    #expect(error.all("a").allSatisfy { $0.attributes["hreflang"] == nil })
  }

  @Test func `runs from right to left where the language does`() throws {
    let mirrored = Language(tag: "ar", direction: .rightToLeft, ownName: "العربية", plurals: .oneAndOther)
    let source = try #require(EmbeddedResources.text("Languages/en.json"))
    let phrases = try Phrases(source.withUTF8Buffer { Array($0) }, language: mirrored)
    let renderer = try PageRenderer(phrases: [phrases], clock: .utc)
    let markup = try renderer.markup(.signIn(SamplePages().signIn), in: mirrored)
    #expect(markup.all("html").first?.attributes["dir"] == "rtl")
    #expect(markup.all("h1").first?.text == "Sign in to Housing Office")
  }
}
