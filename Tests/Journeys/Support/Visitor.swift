import TestSupport

/// A person's browser, without a screen.
struct Visitor: Sendable {
  let world: World
  let http = HTTPTestClient()

  /// The first answer to an authorization request, as it comes.
  func ask(_ request: AuthorizationRequest) async throws -> HTTPTestResponse { try await http.get(request.url(world)) }

  /// Follows redirects for as long as they stay with the provider: a page, or the redirect to a department.
  func follow(_ response: HTTPTestResponse) async throws -> HTTPTestResponse {
    try await http.follow(response) { !$0.hasPrefix(world.issuer + "/") }
  }

  func visit(_ request: AuthorizationRequest) async throws -> HTTPTestResponse { try await follow(ask(request)) }

  /// Fills in the sign-in page and follows what it leads to.
  func submit(
    _ page: HTTPTestResponse, _ person: TestPerson, username: String? = nil, password: String? = nil
  ) async throws -> HTTPTestResponse {
    guard let form = page.page.form(action: "/login") else { throw Failed("no sign-in form", page) }
    let filled = ["username": username ?? person.login, "password": password ?? person.password]
    return try await follow(http.submit(form, of: page, filling: filled))
  }

  /// Fills in the page that asks for a password of one's own.
  func choose(_ password: String, on page: HTTPTestResponse) async throws -> HTTPTestResponse {
    guard let form = page.page.form(action: "/login/password") else { throw Failed("nothing to choose", page) }
    let filled = ["new_password": password, "new_password_again": password]
    return try await follow(http.submit(form, of: page, filling: filled))
  }

  /// Presses a button of a page's form.
  func press(_ button: String, on page: HTTPTestResponse) async throws -> HTTPTestResponse {
    guard let form = page.page.forms.first(where: { $0.buttons.contains { $0.text == button } }) else {
      throw Failed("no button \(button)", page)
    }
    return try await follow(http.submit(form, of: page, pressing: button))
  }

  /// Through the sign-in page, to the redirect with the code.
  func signIn(_ request: AuthorizationRequest, as person: TestPerson) async throws -> HTTPTestResponse {
    let page = try await visit(request)
    guard page.page.form(action: "/login") != nil else { throw Failed("no sign-in page", page) }
    let answer = try await submit(page, person)
    guard answer.status == 303 else { throw Failed("signing in", answer) }
    return answer
  }

  /// A code for the department: by signing in, or without where the browser has a session.
  func code(_ request: AuthorizationRequest, as person: TestPerson) async throws -> String {
    var answer = try await visit(request)
    if answer.status == 200, answer.page.form(action: "/login") != nil { answer = try await submit(answer, person) }
    guard answer.status == 303, let code = answer.locationQuery["code"] else { throw Failed("no code", answer) }
    return code
  }

  /// Signs in where needed and redeems the code.
  @discardableResult
  func tokens(
    at department: TestDepartment, as person: TestPerson, scope: String = "openid profile phone email"
  ) async throws -> TokenAnswer {
    let request = try AuthorizationRequest(department, scope: scope)
    return try await world.token(request.redemption(code(request, as: person)), by: department).granted()
  }

  var sessionCookie: String? { http.cookies.cookie("onedoor", host: "localhost")?.value }
}
