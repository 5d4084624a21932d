import OneDoorJOSE
import TestSupport
import Testing

@Suite struct UserinfoJourney {
  @Test func `userinfo says what the scope covers, and nothing more`() async throws {
    let world = try await World.shared()
    let person = try world.newPerson()
    let visitor = Visitor(world: world)
    let always: Set<String> = ["sub", "sub_type"]
    let rows: [(String, Set<String>)] = [
      ("openid", []), ("openid profile", ["name", "preferred_username", "updated_at"]),
      ("openid email", ["email", "email_verified"]), ("openid phone", ["phone_number", "phone_number_verified"]),
      (
        "openid profile phone email",
        [
          "name", "preferred_username", "updated_at", "email", "email_verified", "phone_number",
          "phone_number_verified",
        ]
      ),
    ]
    for (scope, members) in rows {
      let tokens = try await visitor.tokens(at: world.registry.housing, as: person, scope: scope)
      let response = try await world.userinfo(tokens.access)
      #expect(response.status == 200)
      #expect(response.header("cache-control") == "no-store")
      #expect(Set(response.json.members.map(\.name)) == always.union(members), "\(scope)")
      #expect(response.json["sub"] == tokens.accessClaims["sub"])
      if scope.contains("email") {
        #expect(response.json["name"] == (scope.contains("profile") ? .string(person.name) : nil))
        #expect(response.json["email"]?.string == person.email)
        #expect(response.json["email_verified"] == false)
      }
      if scope.contains("phone") {
        #expect(response.json["phone_number"]?.string == person.phone)
        #expect(response.json["phone_number_verified"] == true)
      }
    }
  }

  @Test func `the token comes in the header or in a form, once, and never in the query`() async throws {
    let world = try await World.shared()
    let tokens = try await Visitor(world: world).tokens(at: world.registry.housing, as: try world.newPerson())
    let url = world.issuer + "/userinfo"
    let bearer = ("authorization", "Bearer \(tokens.access)")
    #expect(try await world.http.get(url, headers: [bearer]).status == 200)
    #expect(try await world.http.get(url, headers: [("authorization", "bEARER \(tokens.access)")]).status == 200)
    #expect(try await world.http.post(url, form: [], headers: [bearer]).status == 200)
    #expect(try await world.http.post(url, form: [("access_token", tokens.access)]).status == 200)
    let query = try await world.http.get(url + "?access_token=\(tokens.access)")
    #expect(query.status == 401 && query.header("www-authenticate") == "Bearer realm=\"OneDoor\"")
    #expect(try await world.http.post(url + "?access_token=\(tokens.access)", form: []).status == 401)
    let both = try await world.http.post(url, form: [("access_token", tokens.access)], headers: [bearer])
    #expect(both.status == 400 && both.error == "invalid_request")
    let twice = try await world.http.post(url, form: [("access_token", tokens.access), ("access_token", "x")])
    #expect(twice.status == 400)
    #expect(try await world.http.get(url, headers: [bearer, bearer]).status == 400)
    for wrong in [tokens.id, tokens.refresh, "", " ", "x", "a.b.c", "\(tokens.access) x", "\(tokens.access),x"] {
      let answer = try await world.userinfo(wrong)
      #expect(answer.status == 401, "\(wrong)")
      #expect(answer.json["sub"] == nil)
    }
    for scheme in ["Basic", "DPoP", "Bearer:", ""] {
      let answer = try await world.http.get(url, headers: [("authorization", "\(scheme) \(tokens.access)")])
      #expect(answer.status == 401, "\(scheme)")
    }
  }

  @Test func `CVE-2025-27144: a megabyte of dots is answered, not split`() async throws {
    // A server of its own: the shared one's memory moves with what the other journeys do meanwhile.
    let world = try await World.start(persons: 1)
    let before = try world.process.usage().anonymousBytes
    for _ in 0..<8 {
      let dots = String(repeating: ".", count: 30_000)
      let answer = try await world.http.get(world.issuer + "/userinfo", headers: [("authorization", "Bearer \(dots)")])
      #expect([401, 431].contains(answer.status))
    }
    #expect(try world.process.usage().anonymousBytes < before + 32 << 20)
  }
}
