import OneDoorJOSE
import TestSupport
import Testing

/// SIGHUP: what the table of settings calls reloadable is in force without a restart.
@Suite struct ReloadJourney {
  @Test func `new lives and proxies are in force at once, and a broken file changes nothing`() async throws {
    let world = try await World.start(persons: 2, settings: "tokens: {access: 5m}\nlog: {level: info}")
    let housing = world.registry.housing
    let visitor = Visitor(world: world)
    let before = try await visitor.tokens(at: housing, as: try world.newPerson())
    #expect(before.object["expires_in"]?.integer == 300)

    try world.configure(
      "tokens: {access: 2m, id: 1m}\nlog: {level: debug}\ntrusted_proxies: [127.0.0.1/32, \"::1/128\"]\n"
        + "passwords: {minimum: 20}\nsessions: {absolute: 5m, idle: 2m}")
    try world.process.hangUp()
    try await world.process.waitForLine(containing: "what=configuration")

    let after = try await world.refresh(before.refresh, by: housing).granted()
    #expect(after.object["expires_in"]?.integer == 120)
    let claims = claims(of: after.id)
    #expect((claims["exp"]?.integer ?? 0) - (claims["iat"]?.integer ?? 0) == 60)
    // What was issued under the old settings stays as it was said to be.
    #expect(try await world.isActive(before.access, by: housing))

    let address = "203.0.113.77"
    _ = try await world.http.get(world.issuer + "/jwks", headers: [("x-forwarded-for", address)])
    try await world.process.waitForLine(containing: "client=\(address)")

    let person = try world.newPerson()
    let session = Visitor(world: world)
    _ = try await session.tokens(at: housing, as: person)
    let list = try await world.json("session", "list", "--person", person.login)
    let fresh = try #require(list["sessions"]?.array?.first?.object)
    #expect((fresh["expires_at"]?.integer ?? 0) - (fresh["created_at"]?.integer ?? 0) == 300)
    let short = try await world.onedoor(
      "person", "password", person.login, "--yes", input: "teapot-lantern-\n")
    #expect(short.exitCode == 4, "\(short.stderr)")

    try world.configure("tokens: {access: 10m}\nlog: {levle: debug}")
    try world.process.hangUp()
    let line = try await world.process.waitForLine(containing: "not reloaded")
    #expect(line.contains("\(world.configurationPath):8:7: log.levle"), "\(line)")
    let kept = try await world.refresh(before.refresh, by: housing).granted()
    #expect(kept.object["expires_in"]?.integer == 120)
  }

  @Test func `what needs a start says so`() async throws {
    let world = try await World.start(persons: 1, settings: "threads: 2")
    try world.configure("threads: 3")
    try world.process.hangUp()
    let line = try await world.process.waitForLine(containing: "waits for the next start")
    #expect(line.contains("setting=threads"))
    #expect(try world.process.isRunning)
  }
}
