import Foundation
import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// Strangers add nothing: no request of somebody who is not authenticated adds a row.
@Suite struct StrangerJourney {
  @Test func `ten thousand requests of strangers, of every kind, leave every table as it was`() async throws {
    let world = try await World.start(persons: 4)
    let person = try world.newPerson()
    // Somebody is signed in, so that every table has rows to confuse.
    let tokens = try await Visitor(world: world).tokens(at: world.registry.housing, as: person)
    _ = try await world.revoke(
      try await Visitor(world: world).tokens(at: world.registry.app, as: person).refresh,
      by: world.registry.app)
    let before = try DatabaseRows(world.databasePath)
    #expect(before.counts.count >= 12)
    #expect(before["session"] == 2)

    let sent = try await StrangerJourney.flood(world, tokens, total: 9_700)
    let logins = try await StrangerJourney.logins(world, person, total: 300)
    #expect(sent + logins == 10_000)
    let after = try DatabaseRows(world.databasePath)
    // Fewer is fine: what is past its time is swept meanwhile.
    for (table, count) in after.counts { #expect(count <= before[table], "\(table)") }
    #expect(after.pages <= before.pages)
    #expect(try world.process.isRunning)
    #expect(try await world.userinfo(tokens.access).status == 200)
  }

  /// Requests that cost no password hash, in turn, from eight at once.
  private static func flood(_ world: World, _ tokens: TokenAnswer, total: Int) async throws -> Int {
    let kinds = try StrangerRequest.kinds(world, tokens)
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<8 {
        group.addTask {
          var sent = 0
          let client = HTTPTestClient()
          for number in stride(from: worker, to: total, by: 8) {
            let kind = kinds[number % kinds.count]
            let answer = try await kind.send(client)
            client.cookies.removeAll()
            let isFine = (300..<500).contains(answer.status) || kind.mayBeFine && answer.status == 200
            if !isFine { throw Failed(kind.name, answer) }
            sent += 1
          }
          return sent
        }
      }
      return try await group.reduce(0, +)
    }
  }

  /// Guesses at names nobody has and at an account, which may change its one row and add none.
  private static func logins(_ world: World, _ person: TestPerson, total: Int) async throws -> Int {
    let visitor = Visitor(world: world)
    let page = try await visitor.visit(try AuthorizationRequest(world.registry.housing))
    guard let form = page.page.form(action: "/login") else { throw Failed("no sign-in form", page) }
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<4 {
        group.addTask {
          var sent = 0
          for number in stride(from: worker, to: total, by: 4) {
            let name = number.isMultiple(of: 3) ? person.login : "stranger.\(number)"
            let answer = try await visitor.http.submit(
              form, of: page, filling: ["username": name, "password": "guess number \(number)"])
            guard [303, 429, 503].contains(answer.status) else { throw Failed("a guess", answer) }
            sent += 1
          }
          return sent
        }
      }
      return try await group.reduce(0, +)
    }
  }
}

/// One kind of request that a stranger can send.
struct StrangerRequest: Sendable {
  let name: String
  var mayBeFine = false
  let send: @Sendable (HTTPTestClient) async throws -> HTTPTestResponse

  static func kinds(_ world: World, _ tokens: TokenAnswer) throws -> [StrangerRequest] {
    let issuer = world.issuer
    let request = try AuthorizationRequest(world.registry.housing)
    let random: @Sendable () -> String = { Base64URL.encode((try? SecureRandom.bytes(24)) ?? []) }
    func post(_ path: String, _ form: [(String, String)], authorized: String? = nil) -> StrangerRequest {
      let headers = authorized.map { [("authorization", $0)] } ?? []
      return StrangerRequest(name: "POST \(path)") { try await $0.post(issuer + path, form: form, headers: headers) }
    }
    func get(_ path: String, fine: Bool = false, headers: [(String, String)] = []) -> StrangerRequest {
      StrangerRequest(name: "GET \(path)", mayBeFine: fine) { try await $0.get(issuer + path, headers: headers) }
    }
    let wrong = world.basic("housing", "wrong-secret-wrong-secret-wrong-secret")
    let forged = StrangerRequest(name: "a forged assertion") { client in
      let key = SigningKey(privateKey: try PrivateKey.generate(.ES256))
      let impostor = TestDepartment(id: "court", redirectURI: "", proof: .assertion(key))
      let form = world.assertionForm(try world.assertion(of: impostor))
      return try await client.post(issuer + "/token", form: form + [("grant_type", "client_credentials")])
    }
    let leaked = ("token", tokens.access)
    return [
      StrangerRequest(name: "authorize") { try await $0.get(request.url(world)) },
      StrangerRequest(name: "authorize with a planted cookie") {
        try await $0.get(request.url(world), headers: [("cookie", "onedoor=\(random()); onedoor-browser=\(random())")])
      },
      StrangerRequest(name: "silent") { try await $0.get(request.with("prompt", "none").url(world)) },
      StrangerRequest(name: "posted") { try await $0.post(issuer + "/authorize", form: request.parameters) },
      StrangerRequest(name: "no such URI") {
        try await $0.get(request.with("redirect_uri", "https://evil.example/\(random())").url(world))
      },
      StrangerRequest(name: "sign-in page", mayBeFine: true) { client in
        try await client.follow(try await client.get(request.url(world))) { !$0.hasPrefix(issuer) }
      },
      StrangerRequest(name: "a garbage journey") { try await $0.get("\(issuer)/login?j=\(random())") },
      post("/login", [("j", "garbage"), ("username", "zhang.wei"), ("password", "a password")]),
      post("/continue", [("j", "garbage")]), post("/signout", [("j", "garbage")]),
      post("/token", [("grant_type", "authorization_code"), ("code", "garbage"), ("client_id", "app")]),
      post("/token", [("grant_type", "refresh_token"), ("refresh_token", "garbage"), ("client_id", "app")]),
      post("/token", [("grant_type", "client_credentials")], authorized: wrong),
      post("/token", [("grant_type", "password"), ("username", "a"), ("password", "b"), ("client_id", "app")]),
      post("/token", []), forged,
      post("/introspect", [leaked], authorized: wrong), post("/introspect", [leaked, ("client_id", "app")]),
      post("/revoke", [leaked], authorized: wrong),
      post("/revoke", [("token", tokens.refresh), ("client_id", "app")]),
      get("/userinfo", headers: [("authorization", "Bearer garbage")]), get("/userinfo"),
      get("/revocation/stream", headers: [("authorization", "Bearer garbage")]), get("/revocation/snapshot"),
      get("/end_session?id_token_hint=garbage"), get("/end_session", fine: true), get("/", fine: true),
      get("/jwks", fine: true), get("/.well-known/openid-configuration", fine: true), get("/health/live", fine: true),
      get("/nothing/here"), get("/authorize?%ff=%00"),
    ]
  }
}
