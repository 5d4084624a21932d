import OneDoorCrypto
import OneDoorEndpoints
import OneDoorJOSE
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct DepartmentAdministrationTests {
  @Test func `disabling ends every part there, and a dry run says which`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    let preview = try await world.done("department/disable", ["id": "housing", "dry_run": true])
    #expect(preview["changed"] == false)
    #expect(preview["sessions"]?.array?.count == 3)
    let real = try await world.done("department/disable", ["id": "housing"])
    #expect(real["sessions"] == preview["sessions"])
    #expect(try await world.done("session/list", ["department": "housing"])["sessions"] == [])
    #expect(try await world.store.log(after: 0, limit: 10).cutOffs.count == 1)
    #expect(try await world.sessionCount() == 3)
  }

  @Test func `disabling twice ends nothing twice`() async throws {
    let world = try AdminWorld()
    try await world.signEverybodyIn()
    _ = try await world.done("department/disable", ["id": "housing"])
    let epoch = try await world.store.epoch()
    #expect(try await world.done("department/disable", ["id": "housing"])["changed"] == false)
    #expect(try await world.store.epoch() == epoch)
    #expect(try await world.done("department/enable", ["id": "housing"])["changed"] == true)
  }

  @Test func `a new secret is valid beside the last one, and the one before that no more`() async throws {
    let world = try AdminWorld()
    try await world.apply(departments: [AdminWorld.department("housing")])
    var hashes: [[UInt8]] = []
    for _ in 0..<2 {
      let secret = try #require(try await world.done("department/secret", ["id": "housing"])["secret"]?.string)
      hashes.append(SHA256.hash(Array(secret.utf8)))
    }
    #expect(try await world.store.departments().first?.secretHashes == hashes)
    let alone = try await world.done("department/secret", ["id": "housing", "retire_old": true])
    #expect(alone["secrets"] == 1)
    #expect(try await world.store.departments().first?.secretHashes.count == 1)
  }

  @Test func `a department without secrets gets none`() async throws {
    let world = try AdminWorld()
    try await world.apply(departments: [AdminWorld.department("app", ["authentication": "none"])])
    #expect(await world.call("department/secret", ["id": "app"]).status == 422)
  }

  @Test func `a list never shows a secret or its hash, and marks what is weak`() async throws {
    let world = try AdminWorld()
    try await world.apply(departments: [AdminWorld.department("old", ["pkce": "off"])])
    let shown = try await world.done("department/list")["departments"]?.array?.first?.object
    #expect(shown?["weak"] == true)
    #expect(shown?["secrets"] == 1)
    #expect(shown?["secret"] == nil)
  }
}
