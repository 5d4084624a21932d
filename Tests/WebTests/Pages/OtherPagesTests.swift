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

  @Test func `take an answer to the department, by themselves or by a button`() throws {
    let markup = try renderer.markup(.formPost(SamplePages().formPost))
    #expect(markup.all("form").map { $0.attributes["action"] } == ["https://housing.example/cb"])
    #expect(markup.all("input").map { $0.attributes["name"] } == ["code", "state", "iss"])
    #expect(markup.all("input").map { $0.attributes["value"] } == ["AbC-_123", "zhang.wei", "https://id.example"])
    #expect(markup.all("button").map(\.text) == ["Continue"])
    // A button of that name would stand where the script looks for the form's function.
    #expect(markup.all("button").allSatisfy { $0.attributes["name"] == nil })
    #expect(markup.all("script").map { $0.attributes["src"] } == [SubmitScript.path])
    #expect(markup.all("script").allSatisfy { $0.text.isEmpty })
    #expect(SubmitScript.path.wholeMatch(of: /\/assets\/submit-[0-9a-f]{8}\.js/) != nil)
    #expect(String(decoding: SubmitScript.bytes, as: UTF8.self).split(separator: "\n").count == 1)
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

  @Test func `offer one department only as the second answer, where it is one`() throws {
    var page = SignOutQuestionPage(personName: "张伟", departmentName: "Housing Office", journey: "J")
    let reach = { (markup: Markup) in markup.all("button").filter { $0.attributes["name"] != "ui_locales" } }
    #expect(reach(try renderer.markup(.signOutQuestion(page))).map(\.text) == ["Sign out everywhere"])
    page.offersDeparture = true
    let buttons = reach(try renderer.markup(.signOutQuestion(page)))
    #expect(
      buttons.map(\.text) == [
        "Sign out everywhere", "Sign out of Housing Office only; you stay signed in on this device",
      ])
    #expect(buttons.map { $0.attributes["value"] } == ["everywhere", "department"])
    let departed = try renderer.markup(.departed(DepartedPage(departmentName: "Housing Office")))
    #expect(departed.all("li").map(\.text) == ["Housing Office"])
    #expect(departed.all("h1").map(\.text) == ["You have signed out of Housing Office"])
  }

  @Test func `take a new password twice, name it for password managers and keep none`() throws {
    let choose = try renderer.markup(
      .choosePassword(
        ChoosePasswordPage(departmentName: "Housing Office", journey: "J", username: "zhang.wei", problem: .different)))
    let fields = choose.all("input").filter { $0.attributes["type"] == "password" }
    #expect(fields.map { $0.attributes["autocomplete"] } == ["new-password", "new-password"])
    #expect(fields.map { $0.attributes["aria-invalid"] } == [nil, "true"])
    #expect(fields.allSatisfy { $0.attributes["value"] == nil })
    #expect(
      choose.all("input").first { $0.attributes["autocomplete"] == "username" }?.attributes["value"] == "zhang.wei")
    #expect(choose.title.hasPrefix("Error: "))
    #expect(choose.all("a").contains { $0.attributes["href"] == "#new-password-again" })
    var page = AccountPasswordPage(personName: "张伟", username: "zhang.wei", problem: .currentWrong)
    let account = try renderer.markup(.accountPassword(page))
    #expect(account.all("a").contains { $0.attributes["href"] == "#password" })
    #expect(
      account.all("input").filter { $0.attributes["type"] == "password" }.map { $0.attributes["autocomplete"] }
        == ["current-password", "new-password", "new-password"])
    page.problem = nil
    page.isChanged = true
    let changed = try renderer.markup(.accountPassword(page))
    #expect(changed.all("form").allSatisfy { $0.attributes["class"] == "languages" })
    #expect(changed.all("p").contains { $0.attributes["role"] == "status" })
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
