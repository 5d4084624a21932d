import OneDoorEndpoints
import OneDoorJOSE
import OneDoorLogin
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct PersonAdministrationTests {
  @Test(arguments: ["zhang.wei", "ZHANG.WEI", " zhang.wei ", "+86 138 0000 0000"])
  func `a person is found as she may type her name`(name: String) async throws {
    let world = try AdminWorld()
    try await world.apply(persons: [AdminWorld.person("zhang.wei", ["phone": "+8613800000000"])])
    #expect(try await world.done("person/show", ["login": .string(name)])["login"] == "zhang.wei")
  }

  @Test func `disabling ends every session, and enabling lets her in again`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    let answer = try await world.done("person/disable", ["login": "zhang.wei"])
    #expect(answer["sessions"]?.array?.count == 2)
    #expect(try await world.sessionCount() == 1)
    #expect(try await world.done("person/enable", ["login": "zhang.wei"])["enabled"] == true)
    #expect(try await world.store.person(login: "zhang.wei")?.isEnabled == true)
  }

  @Test func `a new password ends every session`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    let answer = try await world.done(
      "person/password", ["login": "zhang.wei", "password": "paper-crane-harbour"])
    #expect(answer["ended"]?.array?.count == 2)
    #expect(try await world.sessionCount() == 1)
  }

  @Test func `a password that is set or drawn here is to be changed`() async throws {
    let world = try AdminWorld()
    try await world.apply(persons: [AdminWorld.person("zhang.wei")])
    let drawn = try await world.done("person/password", ["login": "zhang.wei", "generate": true])
    let password = try #require(drawn["password"]?.string)
    #expect(password.wholeMatch(of: /([a-z2-9]{4}-){3}[a-z2-9]{4}/) != nil)
    let facts = try #require(try await world.store.signInFacts(name: "zhang.wei"))
    #expect(facts.credential.mustChange)
    #expect(try await world.hasher.verify(password, against: facts.credential.hash))
    let again = try await world.done("person/password", ["login": "zhang.wei", "generate": true])
    #expect(again["password"]?.string != password)
    let typed = try await world.done("person/password", ["login": "zhang.wei", "password": "paper-crane-harbour"])
    #expect(typed["password"] == nil)
    #expect(try await world.done("person/show", ["login": "zhang.wei"])["change_password"] == true)
  }

  @Test func `a password against the policy changes nothing`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    let before = try await world.store.signInFacts(name: "zhang.wei")
    #expect(await world.call("person/password", ["login": "zhang.wei", "password": "qwertyuiop12"]).status == 422)
    #expect(try await world.store.signInFacts(name: "zhang.wei") == before)
  }

  @Test func `unlocking forgets the failures`() async throws {
    let world = try AdminWorld()
    try await world.apply(persons: [AdminWorld.person("zhang.wei")])
    let person = try #require(try await world.store.person(login: "zhang.wei"))
    for lane in GuessLane.allCases { try await world.store.recordFailure(person.id, lane: lane, at: AdminWorld.now) }
    #expect(try await world.done("person/unlock", ["login": "zhang.wei"])["cleared"] == 2)
    #expect(try await world.store.signInFacts(name: "zhang.wei")?.credential.failures.strangers == 0)
  }

  @Test func `a list goes on where the page before ended`() async throws {
    let world = try AdminWorld()
    try await world.apply(persons: ["a1", "b2", "c3"].map { AdminWorld.person($0) })
    let first = try await world.done("person/list", ["limit": 2])
    let next = try #require(first["next"]?.integer)
    let second = try await world.done("person/list", ["limit": 2, "after": .integer(next)])
    #expect(second["persons"]?.array?.first?.object?["login"] == "c3")
  }
}
