import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct SessionAdministrationTests {
  static let scopes: [JSONObject] = [
    ["person": "zhang.wei"], ["department": "housing"], ["all": true], ["ids": ["1", "3"]],
    ["ids": [.string(ParticipationHandle(random: [UInt8](repeating: 2, count: 16)).sid)]],
  ]

  @Test(arguments: scopes)
  func `a dry run lists exactly what the run ends`(scope: JSONObject) async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    var request = scope
    request["dry_run"] = true
    let preview = try await world.done("session/revoke", request)
    #expect(try await world.store.epoch() == 0)
    let before = try await Self.participations(world)
    request["dry_run"] = false
    let real = try await world.done("session/revoke", request)
    #expect(real["sessions"] == preview["sessions"])
    #expect(real["participations"] == preview["participations"])
    let left = try await Self.participations(world)
    let listed = Self.handles(preview)
    #expect(!listed.isEmpty)
    #expect(before.subtracting(left) == listed)
    #expect(try await world.store.epoch() > 0)
  }

  /// Every `sid` that is live.
  private static func participations(_ world: AdminWorld) async throws -> Set<String> {
    handles(try await world.done("session/list"))
  }

  private static func handles(_ answer: JSONObject) -> Set<String> {
    Set(
      (answer["sessions"]?.array ?? []).flatMap { $0.object?["departments"]?.array ?? [] }
        .compactMap { $0.object?["sid"]?.string })
  }

  @Test func `an idle session is in the dry run, marked, and ends with the others`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    let facts = try #require(try await world.store.signInFacts(name: "zhang.wei"))
    let early = AdminWorld.now - .hours(2)
    let idle = try await world.store.signIn(
      NewSession(
        hash: SessionHash(bytes: [99]), authentication: Authentication(time: early, acr: .password, amr: [.pwd]),
        createdAt: early, expiresAt: early + .hours(12)), facts: facts, replacing: nil, end: nil)
    #expect(try await world.sessionCount() == 3, "the list is of live ones")
    let preview = try await world.done("session/revoke", ["person": "zhang.wei", "dry_run": true])
    let marks = (preview["sessions"]?.array ?? []).map { ($0.object?["id"]?.integer, $0.object?["idle"]?.bool) }
    #expect(marks.count == 3)
    #expect(marks.filter { $0.1 == true }.map(\.0) == [idle.id.number])
    _ = try await world.done("session/revoke", ["person": "zhang.wei"])
    #expect(try await world.store.session(idle.hash) == nil)
    #expect(await world.call("session/show", ["id": .string("\(idle.id.number)")]).status == 404)
  }

  @Test func `what two names mean is listed once`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    let part = ParticipationHandle(random: [UInt8](repeating: 0, count: 16)).sid
    for ids in [["1", .string(part)], [.string(part), "1"]] as [[JSON]] {
      let preview = try await world.done("session/revoke", ["ids": .array(ids), "dry_run": true])
      #expect(preview["sessions"]?.array?.count == 1)
      #expect(preview["participations"] == 2)
    }
  }

  @Test func `what ended is in the log with the administrator as its cause`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    _ = try await world.done("session/revoke", ["person": "li.na", "reason": "laptop lost"])
    let log = try await world.store.log(after: 0, limit: 100)
    #expect(log.ended.count == 2)
    #expect(log.ended.allSatisfy { $0.until == Policy().rememberUntil(from: AdminWorld.now) })
  }

  @Test(
    arguments: [["ids": ["99"]], ["ids": ["nobody"]], ["person": "nobody"], ["department": "nobody"]] as [JSONObject])
  func `a name that means nothing ends nothing`(scope: JSONObject) async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    #expect(await world.call("session/revoke", scope).status == 404)
    #expect(try await world.store.epoch() == 0)
  }

  @Test(arguments: [[:], ["person": "li.na", "all": true], ["ids": []]] as [JSONObject])
  func `what to end is named once`(scope: JSONObject) async throws {
    #expect(await (try AdminWorld()).call("session/revoke", scope).status == 400)
  }

  @Test func `a list goes on where the page before ended`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    let first = try await world.done("session/list", ["limit": 2])
    #expect(first["sessions"]?.array?.count == 2)
    let next = try #require(first["next"]?.integer)
    let second = try await world.done("session/list", ["limit": 2, "before": .integer(next)])
    #expect(second["sessions"]?.array?.count == 1)
    #expect(second["next"] == .null)
  }

  @Test func `a session is shown with its part at each department`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    let session = try await world.done("session/show", ["id": "3"])
    #expect(session["person"] == "li.na")
    #expect(session["departments"]?.array?.count == 2)
  }
}
