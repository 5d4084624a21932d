import OneDoorJOSE
import TestSupport
import Testing

/// Two relying parties as Debian ships them sign in, refresh and sign out.
@Suite struct StockJourney {
  @Test func `Authlib, with ES256`() async throws {
    let stock = try await StockWorld.start()
    let department = try await stock.startAuthlib()
    let (person, origin) = (stock.world.registry.persons[0], stock.authlibOrigin)
    let visitor = Visitor(world: stock.world)
    let home = try await signIn(visitor, at: origin + "/signin", as: person)
    #expect(home.url == origin + "/" && home.status == 200, "\(home.text) \(department.stderr)")
    #expect(home.json["name"]?.string == person.name)
    #expect(home.json["sub"]?.string?.utf8.count == 43)
    let sid = try #require(home.json["sid"]?.string)

    let renewed = try await visitor.http.get(origin + "/refresh")
    #expect(renewed.status == 200 && renewed.json["renewed"] == true, "\(renewed.text) \(department.stderr)")
    try await expectSessions(1, stock.world)
    let out = try await visitor.http.follow(visitor.http.get(origin + "/signout"))
    #expect(out.url == origin + "/?state=bye", "\(out.url)")
    #expect(out.json["sub"]?.isNull == true)
    try await expectSessions(0, stock.world)
    #expect(!sid.isEmpty)

    // What the provider refuses, the library says.
    let other = Visitor(world: stock.world)
    _ = try await signIn(other, at: origin + "/signin", as: person)
    _ = try await stock.world.onedoor("session", "revoke", "--person", person.login, "--yes")
    let refused = try await other.http.get(origin + "/refresh")
    #expect(refused.status == 401 && refused.json["error"] == "invalid_grant", "\(refused.text)")
    #expect(department.isRunning)
  }

  @Test func `mod_auth_openidc in Apache, with RS256 and signed userinfo`() async throws {
    let stock = try await StockWorld.start()
    let apache = try await stock.startApache()
    let (person, origin) = (stock.world.registry.persons[0], stock.apacheOrigin)
    let visitor = Visitor(world: stock.world)
    let page = try await signIn(visitor, at: origin + "/protected/page.txt", as: person)
    #expect(page.text == "inside\n", "\(page.text) \((try? stock.folder.read("error.log")) ?? "") \(apache.stderr)")
    #expect(page.header("x-email") == person.email, "from userinfo, which was signed")
    let sub = try #require(page.header("x-person"))

    let hook = origin + "/protected/callback"
    let before = try await visitor.http.get(hook + "?info=json").json
    let token = try #require(before["access_token"]?.string)
    #expect(before["id_token"]?.object?["sub"]?.string == sub)
    let back = formEscaped(origin + "/protected/page.txt")
    let refreshed = try await visitor.http.get(hook + "?refresh=\(back)&access_token=\(token)")
    #expect(refreshed.status == 302 && refreshed.location == origin + "/protected/page.txt", "\(refreshed.text)")
    let after = try await visitor.http.get(hook + "?info=json").json
    #expect(after["access_token"]?.string?.isEmpty == false && after["access_token"] != before["access_token"])
    #expect(header(of: after["access_token"]?.string ?? "")?.alg == "ES256")
    try await expectSessions(1, stock.world)

    let bye = origin + "/bye.txt"
    let out = try await visitor.http.follow(visitor.http.get(hook + "?logout=\(formEscaped(bye))"))
    #expect(out.url == bye && out.text == "signed out\n", "\(out.url)")
    try await expectSessions(0, stock.world)
    let again = try await visitor.follow(
      visitor.http.follow(
        visitor.http.get(origin + "/protected/page.txt", headers: [("accept", "text/html")])))
    #expect(again.page.form(action: "/login") != nil, "\(again.url)")
    #expect(apache.isRunning)
  }

  /// Everything a browser does: the department's redirect, the sign-in page, and the way back.
  private func signIn(_ visitor: Visitor, at url: String, as person: TestPerson) async throws -> HTTPTestResponse {
    // Apache's module sends on only what can show a page.
    let first = try await visitor.http.get(url, headers: [("accept", "text/html")])
    let page = try await visitor.http.follow(first)
    return try await visitor.http.follow(visitor.submit(page, person))
  }

  private func expectSessions(_ count: Int, _ world: World) async throws {
    #expect(try await world.json("session", "list")["sessions"]?.array?.count == count)
  }
}
