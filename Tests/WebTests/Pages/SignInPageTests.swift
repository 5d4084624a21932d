import OneDoorWeb
import Testing

@Suite struct `The sign-in page` {
  let renderer: PageRenderer

  init() throws { renderer = try PageRenderer(clock: .utc) }

  func page(_ problem: SignInProblem?, username: String = "zhang.wei") -> Page {
    .signIn(SignInPage(departmentName: "Housing Office", journey: "J", username: username, problem: problem))
  }

  @Test func `asks one question and lets password managers answer`() throws {
    let markup = try renderer.markup(page(nil, username: ""))
    #expect(markup.title == "Sign in to Housing Office – OneDoor")
    #expect(markup.all("h1").first?.text == "Sign in to Housing Office")
    #expect(markup.all("form").first?.attributes["action"] == "/login")
    let name = try #require(markup.id("username")), password = try #require(markup.id("password"))
    #expect(name.attributes["name"] == "username" && name.attributes["autocomplete"] == "username")
    #expect(password.attributes["name"] == "password" && password.attributes["type"] == "password")
    #expect(password.attributes["autocomplete"] == "current-password")
    #expect(markup.all("label").compactMap { $0.attributes["for"] } == ["username", "password"])
    #expect(markup.all("button").filter { $0.attributes["class"] == "button" }.count == 1)
    #expect(markup.id("problem") == nil)
  }

  @Test func `keeps the name that was typed and never a password`() throws {
    let markup = try renderer.markup(page(.mismatch, username: "zhang \"wei\""))
    #expect(markup.id("username")?.attributes["value"] == "zhang &quot;wei&quot;")
    #expect(markup.id("password")?.attributes["value"] == nil)
    let pasted = try renderer.markup(page(.mismatch, username: String(repeating: "x", count: 60_000)))
    #expect(pasted.id("username")?.attributes["value"] == "")
  }

  @Test(arguments: SamplePages.problems.compactMap { $0 }, Language.all)
  func `begins its title with the error and gives its summary the focus`(
    problem: SignInProblem, language: Language
  ) throws {
    let markup = try renderer.markup(page(problem), in: language)
    #expect(markup.title.hasPrefix(try PhrasesTests.word("title.error", language)))
    let summary = try #require(markup.id("problem"))
    #expect(summary.attributes["tabindex"] == "-1" && summary.attributes["autofocus"] != nil)
    #expect(markup.elements.filter { $0.attributes["autofocus"] != nil }.count == 1)
    for link in markup.all("a").compactMap({ $0.attributes["href"] }) where link.hasPrefix("#") {
      #expect(markup.id(String(link.dropFirst())) != nil, "\(link)")
    }
    for element in markup.elements {
      for id in (element.attributes["aria-describedby"] ?? "").split(separator: " ") {
        #expect(markup.id(String(id)) != nil, "\(id)")
      }
    }
  }

  @Test func `says the same for an unknown name as for a wrong password`() throws {
    let markup = try renderer.markup(page(.mismatch))
    let words = "That name and password do not match. Check both and try again."
    #expect(markup.all("li").map(\.text) == [words])
    #expect(markup.id("username-error")?.text == "Error: " + words)
    #expect(markup.id("username")?.attributes["aria-invalid"] == "true")
    #expect(markup.id("password")?.attributes["aria-invalid"] == "true")
  }

  @Test func `names the fields that are missing`() throws {
    let both = try renderer.markup(page(.missingFields, username: ""))
    #expect(both.all("li").map(\.text) == ["Enter your login name or phone number", "Enter your password"])
    let password = try renderer.markup(page(.missingFields))
    #expect(password.all("li").map(\.text) == ["Enter your password"])
    #expect(password.id("username")?.attributes["aria-invalid"] == nil)
    #expect(password.id("password")?.attributes["aria-describedby"] == "password-error")
  }

  @Test(arguments: [(Int.min, "1 minute."), (0, "1 minute."), (1, "1 minute."), (2, "2 minutes."), (15, "15 minutes.")])
  func `counts minutes as the language does`(minutes: Int, ending: String) throws {
    let markup = try renderer.markup(page(.tooManyAttempts(minutes: minutes)))
    #expect(markup.all("li").first?.text.hasSuffix(ending) == true)
  }

  @Test(arguments: [
    (1, "بعد دقيقة واحدة."), (2, "بعد دقيقتين."), (3, "بعد 3 دقائق."), (10, "بعد 10 دقائق."),
    (11, "بعد 11 دقيقة."), (99, "بعد 99 دقيقة."), (100, "بعد 100 دقيقة."), (103, "بعد 103 دقائق."),
  ])
  func `counts minutes in Arabic's six forms`(minutes: Int, ending: String) throws {
    let kind = ErrorKind.unavailable(retryAfter: minutes * 60)
    let markup = try renderer.markup(.error(ErrorPage(kind: kind, reference: "7KQ2MX4P")), in: .arabic)
    #expect(markup.all("p").contains { $0.text.hasSuffix(ending) })
  }

  @Test func `is at most 20 KB with its stylesheet and the longest journey`() {
    for language in Language.all {
      for problem in SamplePages.problems {
        let page = SignInPage(
          departmentName: "Housing Office", journey: String(repeating: "j", count: 4096), username: "zhang.wei",
          problem: problem)
        #expect(renderer.render(.signIn(page), in: language).count + StyleSheet.bytes.count <= 20_000)
      }
    }
  }
}
