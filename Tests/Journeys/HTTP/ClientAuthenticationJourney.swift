import Foundation
import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// Who may call as a department: exactly one proof, the registered one.
@Suite struct ClientAuthenticationJourney {
  private static let grant = [("grant_type", "client_credentials")]

  private struct Attempt {
    let what: String
    var headers: [(String, String)] = []
    var form: [(String, String)] = []
  }

  /// What is wrong with each attempt at calling as `department`, whose own secret the caller may even know.
  private static func attempts(_ world: World, _ department: TestDepartment, known secret: String) throws -> [Attempt] {
    let id = department.id
    let good = ("authorization", world.basic(id, secret))
    let garbage = world.assertionForm("e30.e30.AA")
    func basic(_ text: String) -> [(String, String)] {
      [("authorization", "Basic " + Data(text.utf8).base64EncodedString())]
    }
    return [
      Attempt(what: "no proof", form: [("client_id", id)]),
      Attempt(what: "nothing at all"),
      Attempt(what: "empty secret in the form", form: [("client_id", id), ("client_secret", "")]),
      Attempt(what: "wrong secret in the form", form: [("client_id", id), ("client_secret", "wrong")]),
      Attempt(what: "blank secret", form: [("client_id", id), ("client_secret", "   ")]),
      Attempt(what: "a secret as an array", form: [("client_id", id), ("client_secret[]", secret)]),
      Attempt(what: "a secret twice", form: [("client_id", id), ("client_secret", secret), ("client_secret", secret)]),
      Attempt(what: "empty Basic", headers: [("authorization", "Basic")]),
      Attempt(what: "Basic of nothing", headers: basic("")),
      Attempt(what: "Basic without a colon", headers: basic(id)),
      Attempt(what: "Basic with an empty secret", headers: basic("\(id):")),
      Attempt(what: "Basic with a wrong secret", headers: basic("\(id):wrong")),
      Attempt(what: "Basic with a longer secret", headers: basic("\(id):\(secret)x")),
      Attempt(what: "Basic with a shorter secret", headers: basic("\(id):\(secret.dropLast())")),
      Attempt(what: "Basic with two meanings", headers: basic("\(id):\(secret)&x")),
      Attempt(what: "another scheme", headers: [("authorization", "Bearer \(secret)")]),
      Attempt(what: "header and form", headers: [good], form: [("client_id", id), ("client_secret", secret)]),
      Attempt(what: "header and empty form secret", headers: [good], form: [("client_secret", "")]),
      Attempt(what: "good secret, other client_id", headers: [good], form: [("client_id", "business")]),
      Attempt(what: "garbage assertion and good secret", headers: [good], form: garbage),
      Attempt(what: "empty assertion and good secret", headers: [good], form: [("client_assertion", "")]),
      Attempt(what: "assertion type and good secret", headers: [good], form: [garbage[0]]),
      Attempt(what: "garbage assertion", form: [("client_id", id)] + garbage),
      Attempt(what: "two Authorization fields", headers: [good, good]),
      Attempt(what: "unknown department", headers: [("authorization", world.basic("nobody", secret))]),
      Attempt(what: "its name in capitals", headers: [("authorization", world.basic(id.uppercased(), secret))]),
    ]
  }

  @Test(arguments: ["housing", "tax", "court"])
  func `CVE-2026-16093, CVE-2026-46389, CVE-2026-73309: any proof but the one good one is refused`(
    id: String
  ) async throws {
    let world = try await World.shared()
    let department = try #require(world.registry.departments.first { $0.id == id })
    // Where the registered way is another one, a good secret is as useless as a wrong one.
    let secret = department.secret ?? "0123456789abcdefghijklmnopqrstuvwxyz"
    for attempt in try Self.attempts(world, department, known: secret) {
      for path in ["/token", "/introspect", "/revoke"] {
        let form = (path == "/token" ? Self.grant : [("token", "x")]) + attempt.form
        let response = try await world.http.post(world.issuer + path, form: form, headers: attempt.headers)
        #expect([400, 401].contains(response.status), "\(attempt.what) at \(path): \(response.status)")
        #expect(["invalid_client", "invalid_request"].contains(response.error), "\(attempt.what) at \(path)")
        if response.status == 401 { #expect(response.header("www-authenticate")?.hasPrefix("Basic ") == true) }
        #expect(response.json["access_token"] == nil)
      }
    }
    let good = try await world.token(Self.grant, by: department)
    #expect(good.status == 200)
  }

  @Test func `a good secret by the way that is not registered is refused`() async throws {
    let world = try await World.shared()
    let (housing, tax) = (world.registry.housing, world.registry.tax)
    let post = try await world.http.post(
      world.issuer + "/token",
      form: Self.grant + [("client_id", housing.id), ("client_secret", try #require(housing.secret))])
    #expect(post.status == 401 && post.error == "invalid_client")
    let basic = try await world.http.post(
      world.issuer + "/token", form: Self.grant,
      headers: [("authorization", world.basic(tax.id, try #require(tax.secret)))])
    #expect(basic.status == 401 && basic.error == "invalid_client")
    let none = try await world.http.post(world.issuer + "/token", form: Self.grant + [("client_id", "app")])
    #expect(none.error == "unauthorized_client")
    let secretOfNone = try await world.http.post(
      world.issuer + "/token", form: Self.grant + [("client_id", "app"), ("client_secret", "x")])
    #expect(secretOfNone.error == "invalid_client")
  }

  @Test func `an assertion is judged claim by claim, also where one is absent`() async throws {
    let world = try await World.shared()
    let court = world.registry.court
    let now = Int64(Date().timeIntervalSince1970)
    func answer(_ assertion: String, _ more: [(String, String)] = []) async throws -> TokenAnswer {
      let form = Self.grant + world.assertionForm(assertion) + more
      return TokenAnswer(try await world.http.post(world.issuer + "/token", form: form))
    }
    let refused: [(String, JSONObject)] = [
      ("iss of another", ["iss": "archive"]), ("no iss", ["iss": nil]), ("sub of another", ["sub": "archive"]),
      ("no sub", ["sub": nil]), ("no aud", ["aud": nil]),
      ("the token endpoint", ["aud": .string(world.issuer + "/token")]),
      ("aud as a list", ["aud": [.string(world.issuer)]]), ("aud with a slash", ["aud": .string(world.issuer + "/")]),
      ("no exp", ["exp": nil]), ("expired", ["exp": .integer(now - 120)]),
      ("a day long", ["exp": .integer(now + 86_400)]),
      ("exp beyond numbers", ["exp": .number(1e300)]), ("exp as text", ["exp": .string("\(now + 60)")]),
      ("exp at the end of numbers", ["exp": .integer(.max)]), ("no jti", ["jti": nil]), ("empty jti", ["jti": ""]),
      ("jti as a number", ["jti": 7]), ("issued tomorrow", ["iat": .integer(now + 86_400)]),
      ("not before tomorrow", ["nbf": .integer(now + 86_400)]),
    ]
    for (what, changes) in refused {
      let answer = try await answer(try world.assertion(of: court, changing: changes))
      #expect(answer.status == 401 && answer.error == "invalid_client", "\(what): \(answer.status)")
    }
    #expect(try await answer(try world.assertion(of: court)).status == 200)
    #expect(try await answer(try world.assertion(of: court), [("client_id", "court")]).status == 200)
    #expect(try await answer(try world.assertion(of: court), [("client_id", "archive")]).status == 401)
    #expect(try await answer(try world.assertion(of: court, changing: ["exp": .integer(now + 3_600)])).status == 200)
    #expect(try await answer(try world.assertion(of: world.registry.archive)).status == 200)

    let stranger = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    let own = TestDepartment(id: court.id, redirectURI: "", proof: .assertion(stranger))
    #expect(try await answer(try world.assertion(of: own)).status == 401)
    let unsigned = try world.assertion(of: court).split(separator: ".")
    for header in ["none", "None", "NONE", "", "HS256"] {
      let encoded = Base64URL.encode(Array("{\"alg\":\"\(header)\"}".utf8))
      #expect(try await answer("\(encoded).\(unsigned[1]).\(unsigned[2])").status == 401)
      #expect(try await answer("\(encoded).\(unsigned[1]).").status == 401)
      #expect(try await answer("\(encoded).\(unsigned[1])").status == 401)
    }
  }

  @Test func `CVE-2020-15222: one assertion is good once, under 16 presenters at once and ever after`() async throws {
    let world = try await World.shared()
    let form = Self.grant + world.assertionForm(try world.assertion(of: world.registry.court))
    let answers = try await inParallel(16) {
      TokenAnswer(try await world.http.post(world.issuer + "/token", form: form))
    }
    #expect(answers.filter { $0.status == 200 }.count == 1)
    #expect(answers.filter { $0.error == "invalid_client" }.count == 15)
    #expect(try await world.http.post(world.issuer + "/token", form: form).status == 401)
    // One and the same, at another endpoint.
    let elsewhere = try await world.http.post(world.issuer + "/introspect", form: form + [("token", "x")])
    #expect(elsewhere.status == 401)
  }
}

/// All at once, each on a connection of its own, answers in the order of finishing.
func inParallel<Answer: Sendable>(
  _ count: Int, _ body: @escaping @Sendable () async throws -> Answer
) async throws -> [Answer] {
  try await withThrowingTaskGroup(of: Answer.self) { group in
    for _ in 0..<count { group.addTask { try await body() } }
    return try await group.reduce(into: []) { $0.append($1) }
  }
}
