import OneDoorWeb
import Testing

@Suite struct `Every page in every language` {
  let renderer: PageRenderer

  init() throws { renderer = try PageRenderer(clock: .utc) }

  @Test func `is shown by the tests, in each of its kinds`() {
    let pages = SamplePages().all
    #expect(Set(pages.map { PageKind($0.page) }) == Set(PageKind.allCases))
    #expect(Set(pages.map(\.name)).count == pages.count)
    let errors = pages.compactMap { if case .error(let page) = $0.page { page.kind } else { nil } }
    for kind in ErrorKind.all { #expect(errors.contains(kind), "\(kind)") }
  }

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
  func `carries no script but where it submits itself, no inline style, one icon and one stylesheet`(
    language: Language
  ) throws {
    for (name, page) in SamplePages().all {
      let markup = try renderer.markup(page, in: language)
      for element in markup.elements {
        #expect(element.name != "script" || name == "form-post", "\(name)")
        #expect(!["style", "img", "iframe", "object"].contains(element.name), "\(name)")
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
        let languages = markup.all("form").filter { $0.attributes["class"] == "languages" }.count
        for form in markup.all("form") where form.attributes["class"] != "languages" && name != "form-post" {
          #expect(form.attributes["method"] == "post", "\(name)")
          // The form for the password is no journey's: the current one stands for everything. The form of the languages
          // carries what is needed to give the page again.
          let hasJourney = form.attributes["action"] != "/account/password"
          let hidden = markup.all("input").filter { $0.attributes["type"] == "hidden" }.prefix(hasJourney ? 2 : 1)
          #expect(hidden.map { $0.attributes["name"] } == (hasJourney ? ["j"] : []) + ["ui_locales"], "\(name)")
          #expect(
            hidden.map { $0.attributes["value"] } == (hasJourney ? ["AbC-_123"] : []) + [language.tag], "\(name)")
          #expect(languages <= 1, "\(name)")
          #expect(markup.all("button").allSatisfy { $0.attributes["type"] == "submit" }, "\(name)")
        }
      }
    }
  }

  @Test(arguments: Language.all)
  func `offers the other languages where a GET gives the page again`(language: Language) throws {
    let markup = try renderer.markup(.signIn(SamplePages().signIn), in: language)
    let form = try #require(markup.all("form").first { $0.attributes["class"] == "languages" })
    #expect(form.attributes["method"] == "get" && form.attributes["action"] == nil)
    let buttons = markup.all("button").filter { $0.attributes["name"] == "ui_locales" }
    let others = Language.all.filter { $0 != language }
    #expect(buttons.map { $0.attributes["value"] } == others.map(\.tag))
    #expect(buttons.map(\.text) == others.map(\.ownName))
    #expect(buttons.map { $0.attributes["dir"] } == others.map(\.dir))
    #expect(markup.all("input").last?.attributes["value"] == "AbC-_123")
    let current = markup.elements.filter { $0.attributes["aria-current"] != nil }
    #expect(current.map(\.text) == [language.ownName])
    let error = try renderer.markup(.error(ErrorPage(kind: .notFound, reference: "7KQ2MX4P")), in: language)
    #expect(error.all("form").isEmpty)
    let home = try renderer.markup(.homeSignedOut, in: language)
    #expect(home.all("button").count == others.count && home.all("input").isEmpty)
  }

  @Test(arguments: Language.all)
  func `says in its language and in English where the translation is a draft`(language: Language) throws {
    let own = try PhrasesTests.word("layout.draft", language), english = try PhrasesTests.word("layout.draft", .english)
    for (name, page) in SamplePages().all {
      let notices = try renderer.markup(page, in: language).all("p").filter { $0.attributes["class"] == "draft" }
      #expect(notices.map(\.text) == (language.isDraft ? ["\(own) \(english)"] : []), "\(name)")
    }
    #expect(language.isDraft == (language == .arabic))
  }

  @Test func `runs from right to left where the language does, and names keep their own direction`() throws {
    let person = "Smith (张伟)"
    for (name, page) in SamplePages(department: "Housing Office", person: person).all {
      let markup = try renderer.markup(page, in: .arabic)
      #expect(markup.all("html").first?.attributes["dir"] == "rtl")
      let isolated = markup.elements.filter { $0.name == "bdi" }.map(\.text)
      for element in markup.elements where ["h1", "p", "dd", "li", "button"].contains(element.name) {
        for word in [person, "Housing Office"] where element.text.contains(word) {
          #expect(isolated.contains(word), "\(name): <\(element.name)> \(word)")
        }
      }
    }
  }
}
