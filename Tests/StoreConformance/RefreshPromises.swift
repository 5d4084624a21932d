import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct RefreshPromises {
  @Test(arguments: Engine.allCases)
  func `a counter moves on by one from where it stands`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let id = joined.family.family.id
    try await world.store.rotate(joined.family, department: joined.department, at: world.now + 90)
    let moved = try #require(await world.store.family(id))
    #expect(moved.family.counter == joined.family.family.counter + 1)
    #expect(moved.family.rotatedAt == world.now + 90)
    #expect(moved.facts.session.lastActive == world.now + 90, "a refresh is activity")
    let again = await refusal {
      try await world.store.rotate(joined.family, department: joined.department, at: world.now + 90)
    }
    #expect(again == .stale)
    #expect(try await world.store.family(id) == moved)
    try await world.store.rotate(moved, department: joined.department, at: world.now + 91)
    #expect(try await world.store.family(FamilyID(bytes: World.random(16))) == nil)
  }

  @Test(arguments: Engine.allCases)
  func `activity is noted at most once in a grain, for family and session together`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let id = joined.family.family.id
    func touched(_ facts: FamilyFacts, after seconds: Int64) async throws -> FamilyFacts {
      try await world.store.touch(facts, department: joined.department, at: world.now + Seconds(seconds))
      return try #require(await world.store.family(id))
    }
    let grain = Policy.activityGrain.value
    #expect(try await touched(joined.family, after: grain - 1) == joined.family)
    let noted = try await touched(joined.family, after: grain)
    #expect(noted.family.lastActive == world.now + Policy.activityGrain)
    #expect(noted.facts.session.lastActive == world.now + Policy.activityGrain)
    #expect(noted.family.counter == joined.family.family.counter)
    #expect(try await touched(joined.family, after: grain + 20) == noted, "older facts do not write again")
    #expect(try await touched(noted, after: 2 * grain - 1) == noted)
    #expect(try await touched(noted, after: 2 * grain).family.lastActive == world.now + Seconds(2 * grain))
  }

  @Test(arguments: Engine.allCases)
  func `a refresh is refused where what it stood on has gone`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let due = world.now + Policy.activityGrain
    func refused(_ facts: FamilyFacts, _ department: Department, at time: UnixTime? = nil) async -> [StoreError?] {
      [
        await refusal { try await world.store.rotate(facts, department: department, at: time ?? due) },
        await refusal { try await world.store.touch(facts, department: department, at: time ?? due) },
      ]
    }
    let other = try await world.department("business")
    let stale: [StoreError?] = [.stale, .stale]
    #expect(await refused(joined.family, other) == stale)
    #expect(await refused(joined.family, joined.department, at: joined.session.session.expiresAt) == stale)
    let updated = try await world.store.update(joined.department)
    #expect(await refused(joined.family, joined.department) == stale)
    let id = joined.facts.person.id
    try await world.store.setEnabled(joined.facts.person, false, end: nil)
    #expect(await refused(joined.family, updated) == stale)
    let disabled = try #require(await world.store.family(joined.family.family.id))
    #expect(await refused(disabled, updated) == stale, "disabled at this very version")
    let person = try #require(await world.store.person(id))
    try await world.store.setEnabled(person, true, end: nil)
    let facts = try #require(await world.store.family(joined.family.family.id))
    try await world.store.setEnabled(updated.id, false, end: nil)
    let closed = try #require(await world.store.department(updated.id))
    #expect(await refused(facts, closed) == stale)
    try await world.store.setEnabled(updated.id, true, end: nil)
    let open = try #require(await world.store.department(updated.id))
    #expect(await refused(facts, open) == [nil, nil])
    let last = try #require(await world.store.family(joined.family.family.id))
    _ = try await world.store.end(world.order(.department(open.id)))
    #expect(await refused(last, open, at: due + Policy.activityGrain) == stale)
    #expect(try await world.store.family(last.family.id) == nil)
  }
}
