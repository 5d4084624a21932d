import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules

/// How persons visit the provider.
extension World {
  /// From the department to the sign-in page: the sealed journey.
  func begin(
    _ office: Office, in browser: inout TestBrowser, _ changes: [String: String?] = [:]
  ) async throws -> String {
    let outcome = browser.take(await provider.authorize(request(office, changes), browser.origin))
    guard let journey = outcome["j"] else { throw Unexpected("no journey: \(outcome)") }
    return journey
  }

  @discardableResult
  func submit(
    _ journey: String?, _ citizen: Citizen, password: String? = nil, in browser: inout TestBrowser
  ) async -> BrowserOutcome {
    browser.take(
      await provider.submitLogin(
        journey: journey, username: citizen.rawValue, password: password ?? citizen.password, browser.origin))
  }

  /// A first sign-in at a department, up to the code.
  func signIn(
    _ citizen: Citizen = .zhangWei, at office: Office = .housing, in browser: inout TestBrowser,
    _ changes: [String: String?] = [:]
  ) async throws -> String {
    let journey = try await begin(office, in: &browser, changes)
    let outcome = await submit(journey, citizen, in: &browser)
    guard let code = outcome["code"] else { throw Unexpected("no code: \(outcome)") }
    return code
  }

  /// A further department for somebody who is signed in: no page, a code at once.
  func hop(
    to office: Office, in browser: inout TestBrowser, _ changes: [String: String?] = [:]
  ) async throws -> String {
    let outcome = browser.take(await provider.authorize(request(office, changes), browser.origin))
    guard let code = outcome["code"] else { throw Unexpected("no code: \(outcome)") }
    return code
  }

  /// A person signed in at a department, in a browser of their own.
  func guest(
    _ citizen: Citizen = .zhangWei, at office: Office = .housing
  ) async throws -> (browser: TestBrowser, tokens: TokenResponse) {
    var browser = TestBrowser()
    let code = try await signIn(citizen, at: office, in: &browser)
    return (browser, try await redeem(code, by: office).tokens())
  }

  func accessClaims(_ tokens: TokenResponse) throws -> AccessTokenClaims {
    let ring = KeyRing([keys.es256.jwk, keys.rs256.jwk])
    let jws = try ring.verify(try UnverifiedJWS(compact: tokens.accessToken), type: TokenType.accessToken)
    return try AccessTokenClaims(try jws.claims())
  }

  func identityClaims(_ tokens: TokenResponse) throws -> IDTokenClaims {
    guard let text = tokens.idToken else { throw Unexpected("no ID token") }
    let ring = KeyRing([keys.es256.jwk, keys.rs256.jwk])
    return try IDTokenClaims(try ring.verify(try UnverifiedJWS(compact: text), type: TokenType.idToken).claims())
  }

  /// Whether anything of this participation still works.
  func isLive(_ tokens: TokenResponse, at office: Office) async throws -> Bool {
    let access = await userinfo(tokens.accessToken).status == 200
    let active = try await introspectIfAble(tokens.accessToken, by: office)
    guard access == active else { throw Unexpected("userinfo and introspection disagree") }
    return access
  }

  private func introspectIfAble(_ token: String, by office: Office) async throws -> Bool {
    // A public department cannot ask; a housing office that is not in `aud` would be told nothing.
    guard office != .portal else { return await userinfo(token).status == 200 }
    return try await introspect(token, by: office).isActive ?? false
  }

  /// Runs one thing many times at once.
  func together<Answer: Sendable>(
    _ count: Int = 16, _ body: @escaping @Sendable (Int) async throws -> Answer
  ) async throws -> [Answer] {
    try await withThrowingTaskGroup(of: Answer.self) { group in
      for number in 0..<count { group.addTask { try await body(number) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }
}
