import OneDoorEndpoints
import OneDoorJOSE
import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct ApplyTests {
  @Test func `a second run changes nothing`() async throws {
    let world = try AdminWorld()
    let (department, person) = (AdminWorld.department("housing"), AdminWorld.person("zhang.wei"))
    #expect(try await world.apply(departments: [department], persons: [person]).actions == ["add", "add"])
    let before = try await world.store.department(#require(DepartmentID("housing")))
    let second = try await world.apply(departments: [department], persons: [person])
    #expect(second.actions == ["keep", "keep"])
    #expect(second["changed"] == 0)
    #expect(try await world.store.department(#require(DepartmentID("housing"))) == before)
  }

  @Test func `only what differs is told and changed`() async throws {
    let world = try AdminWorld()
    try await world.apply(departments: [AdminWorld.department("housing")])
    let changed = AdminWorld.department("housing", ["audience": "https://housing.example"])
    #expect(try await world.apply(departments: [changed]).fields == ["audience"])
    let department = try await world.store.department(#require(DepartmentID("housing")))
    #expect(department?.audience == "https://housing.example")
    #expect(department?.secretHashes.count == 1)
  }

  @Test func `another sector is another sub for everybody: the plan says so, and the sessions there end`() async throws
  {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    let file = [AdminWorld.department("housing", ["sector": "ministry"])]
    let plan = try await world.apply(departments: file, dryRun: true)
    let change = plan["plan"]?.array?.first?.object?["changes"]?.array?.first?.object
    #expect(change?["field"] == "sector" && change?["old"] == "housing")
    #expect(change?["new"] == "ministry; every sub there becomes another, and its sessions end")
    #expect(try await world.done("department/show", ["id": "housing"])["sector"] == "housing")
    #expect(try await world.done("session/list", ["department": "housing"])["sessions"]?.array?.count == 3)
    try await world.apply(departments: file)
    #expect(try await world.done("department/show", ["id": "housing"])["sector"] == "ministry")
    #expect(try await world.done("session/list", ["department": "housing"])["sessions"] == [])
    #expect(try await world.done("session/list", ["department": "business"])["sessions"]?.array?.count == 3)
    #expect(try await world.apply(departments: file)["changed"] == 0)
    // Leaving it out means the default, as with every entry.
    #expect(try await world.apply(departments: [AdminWorld.department("housing")]).fields == ["sector"])
    let refused = await world.call("apply/run", AdminWorld.file([AdminWorld.department("x", ["sector": "a b"])], []))
    #expect(refused.status == 400)
  }

  @Test func `a department may call only others that exist, or come with the same file`() async throws {
    let world = try AdminWorld()
    let calling = AdminWorld.department("housing", ["may_call": ["business"], "subject": "public"])
    #expect(await world.call("apply/run", AdminWorld.file([calling], [])).status == 409)
    #expect(try await world.store.departments().isEmpty)
    try await world.apply(departments: [calling, AdminWorld.department("business")])
    #expect(try await world.apply(departments: [calling])["changed"] == 0)
    let department = try await world.store.department(#require(DepartmentID("housing")))
    #expect(department?.mayCall.map(\.text) == ["business"] && department?.subjectType == .public)
    let signing: JSON = ["id_token": "RS256", "access_token": "ES256", "userinfo": "ES256"]
    let signed = AdminWorld.department("housing", ["signing": signing])
    #expect(try await Set(world.apply(departments: [signed]).fields) == ["signing", "subject", "may_call"])
  }

  @Test func `a dry run has the same plan and does nothing`() async throws {
    let world = try AdminWorld()
    let file = [AdminWorld.department("housing")]
    let plan = try await world.apply(departments: file, dryRun: true)
    #expect(try await world.store.departments().isEmpty)
    #expect(plan["plan"]?.array?.first?.object?["secret"] == nil)
    #expect(try await world.apply(departments: file).actions == plan.actions)
  }

  @Test func `a secret is drawn once, and shown by the run that draws it`() async throws {
    let world = try AdminWorld()
    let first = try await world.apply(departments: [AdminWorld.department("housing")])
    let secret = first["plan"]?.array?.first?.object?["secret"]?.string
    #expect(secret?.utf8.count == 43)
    let second = try await world.apply(departments: [AdminWorld.department("housing")])
    #expect(second["plan"]?.array?.first?.object?["secret"] == nil)
  }

  @Test func `a given secret is set where it is another one, beside the last`() async throws {
    let world = try AdminWorld()
    func file(_ secret: String) -> [JSON] { [AdminWorld.department("housing", ["secret": .string(secret)])] }
    try await world.apply(departments: file("first-secret-of-at-least-32-characters"))
    #expect(try await world.apply(departments: file("first-secret-of-at-least-32-characters"))["changed"] == 0)
    #expect(try await world.apply(departments: file("second-secret-of-at-least-32-characters")).fields == ["secret"])
    #expect(try await world.store.departments().first?.secretHashes.count == 2)
  }

  @Test func `a password is set only where it is another one, and then ends the sessions`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    #expect(try await world.apply(persons: [AdminWorld.person("zhang.wei")])["changed"] == 0)
    #expect(try await world.sessionCount() == 3)
    let new = AdminWorld.person("zhang.wei", ["password": "paper-crane-harbour"])
    #expect(try await world.apply(persons: [new]).fields == ["password"])
    #expect(try await world.sessionCount() == 1)
    let hash = try await world.store.signInFacts(name: "zhang.wei")?.credential.hash
    #expect(try await world.hasher.verify("paper-crane-harbour", against: hash))
  }

  @Test func `a first password is to be changed, and is not set again once it was`() async throws {
    let world = try AdminWorld()
    let person = AdminWorld.person("zhang.wei", ["password": "paper-crane-harbour", "change_password": true])
    func credential() async throws -> PasswordCredential {
      try #require(try await world.store.signInFacts(name: "zhang.wei")).credential
    }
    try await world.apply(persons: [person])
    #expect(try await credential().mustChange)
    let other = AdminWorld.person("zhang.wei", ["password": "violin-orchard-lantern", "change_password": true])
    try await world.apply(persons: [other])
    #expect(try await credential().mustChange)
    #expect(try await world.hasher.verify("violin-orchard-lantern", against: credential().hash))
    let stored = try #require(try await world.store.person(login: "zhang.wei"))
    try await world.store.setPassword(
      stored, hash: try await world.hasher.hash("their-own-password-9"),
      end: EndOrder(
        scope: .person(stored.id), cause: .passwordChanged, at: AdminWorld.now, rememberUntil: AdminWorld.now + 360))
    try await world.apply(persons: [person])
    #expect(try await world.hasher.verify("their-own-password-9", against: credential().hash))
    // Without the word a file's password holds, as ever.
    try await world.apply(persons: [AdminWorld.person("zhang.wei", ["password": "paper-crane-harbour"])])
    #expect(try await !credential().mustChange)
    #expect(try await world.hasher.verify("paper-crane-harbour", against: credential().hash))
  }

  @Test func `a password against the policy stops the run before it changes anything`() async throws {
    let world = try AdminWorld()
    let file = AdminWorld.file(
      [AdminWorld.department("housing")], [AdminWorld.person("zhang.wei", ["password": "short"])])
    let answer = await world.call("apply/run", file)
    #expect(answer.status == 422)
    #expect(answer.json.object?["error"] == "policy")
    #expect(!String(decoding: answer.json.serialized(), as: UTF8.self).contains("short\""))
    #expect(try await world.store.departments().isEmpty)
  }

  @Test func `a phone number of somebody else is refused`() async throws {
    let world = try AdminWorld()
    try await world.apply(persons: [AdminWorld.person("zhang.wei", ["phone": "+8613800000000"])])
    let answer = await world.call(
      "apply/run", AdminWorld.file([], [AdminWorld.person("li.na", ["phone": "+8613800000000"])]))
    #expect(answer.status == 409)
  }

  @Test func `two departments never share an audience`() async throws {
    let world = try AdminWorld()
    try await world.apply(departments: [AdminWorld.department("housing")])
    let answer = await world.call(
      "apply/run", AdminWorld.file([AdminWorld.department("business", ["audience": "housing"])], []))
    #expect(answer.status == 409)
  }

  @Test func `a disabled department stays disabled`() async throws {
    let world = try AdminWorld()
    try await world.apply(departments: [AdminWorld.department("housing")])
    _ = try await world.done("department/disable", ["id": "housing"])
    try await world.apply(departments: [AdminWorld.department("housing", ["audience": "https://h.example"])])
    #expect(try await world.store.departments().first?.isEnabled == false)
  }
}
