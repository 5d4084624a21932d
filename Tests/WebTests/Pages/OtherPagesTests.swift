import OneDoorWeb
import Testing

@Suite struct `The other pages` {
  let renderer: PageRenderer

  init() throws { renderer = try PageRenderer(clock: .utc) }

  @Test func `ask who goes on, with two ways out of one form`() throws {
    let page = ContinueAsPage(
      departmentName: "Housing Office", personName: "张伟", lastSignIn: 1_795_555_555, journey: "J")
    let markup = try renderer.markup(.continueAs(page))
    #expect(markup.all("form").compactMap { $0.attributes["action"] } == ["/continue"])
    let buttons = markup.all("button").filter { $0.attributes["name"] == "choice" }
    #expect(buttons.map { $0.attributes["value"] } == ["continue", "another"])
    #expect(buttons.map(\.text) == ["Continue as 张伟", "Use another account"])
    #expect(markup.all("p").contains { $0.text == "You last signed in on Tuesday 24 November 2026 at 21:25 (UTC)." })
  }

  @Test func `ask before signing out and name where it was asked`() throws {
    let markup = try renderer.markup(
      .signOutQuestion(SignOutQuestionPage(personName: "张伟", departmentName: "Housing Office", journey: "J")))
    #expect(markup.all("form").compactMap { $0.attributes["action"] } == ["/signout"])
    #expect(markup.all("p").contains { $0.text == "Housing Office asked us to sign you out." })
    let bare = try renderer.markup(
      .signOutQuestion(SignOutQuestionPage(personName: nil, departmentName: nil, journey: "J")))
    #expect(bare.all("bdi").isEmpty)
  }

  @Test func `list where a session has ended`() throws {
    let markup = try renderer.markup(.signedOut(SignedOutPage(departments: ["Housing Office", "税务局"])))
    #expect(markup.all("li").map(\.text) == ["Housing Office", "税务局"])
    let none = try renderer.markup(.signedOut(SignedOutPage(departments: [])))
    #expect(none.all("li").isEmpty)
  }

  @Test func `show at home who is signed in and let them sign out`() throws {
    let page = HomePage(personName: "张伟", lastSignIn: nil, departments: ["Housing Office"], journey: "J")
    let markup = try renderer.markup(.home(page))
    #expect(markup.all("dd").map(\.text) == ["张伟", "Housing Office"])
    #expect(markup.all("form").compactMap { $0.attributes["action"] } == ["/signout"])
  }

  @Test(arguments: ErrorKind.all, Language.all)
  func `tell what happened, what to do and a reference`(kind: ErrorKind, language: Language) throws {
    let markup = try renderer.markup(.error(ErrorPage(kind: kind, reference: "7KQ2MX4P")), in: language)
    #expect(markup.all("p").filter { $0.attributes["class"] != "draft" }.count == 4)
    #expect(markup.all("span").filter { $0.attributes["class"] == "code" }.map(\.text) == ["7KQ2MX4P"])
    #expect(markup.title.hasPrefix(try PhrasesTests.word("title.error", language)))
  }

  @Test func `have words of their own for each kind of error`() throws {
    let headings = try ErrorKind.all.map { kind in
      try renderer.markup(.error(ErrorPage(kind: kind, reference: "7KQ2MX4P"))).all("h1").map(\.text)
    }
    #expect(Set(headings).count == ErrorKind.all.count)
    #expect(Set(ErrorKind.all.map(\.name)).count == ErrorKind.all.count)
  }

  @Test(arguments: [
    (Int.min, "Wait 1 second and try again."), (30, "Wait 30 seconds and try again."), (60, "Try again in 1 minute."),
    (61, "Try again in 2 minutes."), (Int.max, "Try again in 153722867280912931 minutes."),
  ])
  func `say when to come back`(seconds: Int, words: String) throws {
    let markup = try renderer.markup(
      .error(ErrorPage(kind: .unavailable(retryAfter: seconds), reference: "7KQ2MX4P")))
    #expect(markup.all("p").contains { $0.text == words })
  }
}
