import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct CodePromises {
  @Test(arguments: Engine.allCases)
  func `a code is redeemed once, and its reuse ends the participation`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let code = world.code()
    let family = NewFamily(id: FamilyID(bytes: World.random(16)), mode: .steady)
    let handle = joined.participation.handle
    let expected = try #require(await world.store.participation(handle))
    let first = try await world.redeem(code, of: handle, by: joined.department, family: family)
    #expect(first == .redeemed(expected))
    let stored = try #require(await world.store.family(family.id)).family
    #expect(
      stored
        == GrantFamily(
          id: family.id, participationID: joined.participation.id, mode: .steady, counter: NewFamily.firstCounter,
          rotatedAt: world.now, lastActive: world.now))
    #expect(try await world.redeem(code, of: handle, by: joined.department) == .alreadyUsed)
    #expect(try await world.store.participation(handle) == nil)
    #expect(try await world.store.family(family.id) == nil)
    #expect(try await world.store.family(joined.family.family.id) == nil)
    let log = try await world.store.log(after: 0, limit: 10)
    #expect(log.ended.map(\.handle) == [.sid(handle.sid)])
    #expect(try await world.redeem(code, of: handle, by: joined.department) == .alreadyUsed)
    #expect(try await world.store.epoch() == 1, "there was nothing left to end")
  }

  @Test(arguments: Engine.allCases)
  func `a burnt code is used, and burning a used one ends the participation`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let handle = joined.participation.handle
    let reuse = world.order(.participation(handle), .codeReused)
    let code = world.code()
    try await world.store.burn(code, until: world.now + 60, reuse: reuse)
    #expect(try await world.store.participation(handle) != nil)
    #expect(try await world.redeem(code, of: handle, by: joined.department) == .alreadyUsed)
    #expect(try await world.store.participation(handle) == nil)

    let again = try await world.participate(joined.session, joined.department)
    let second = world.code()
    _ = try await world.redeem(second, of: again.handle, by: joined.department)
    try await world.store.burn(
      second, until: world.now + 60, reuse: world.order(.participation(again.handle), .codeReused))
    #expect(try await world.store.participation(again.handle) == nil)
  }

  @Test(arguments: Engine.allCases)
  func `a code is worth nothing where what it stood on has gone`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let department = joined.department
    let handle = joined.participation.handle
    let other = try await world.department("business")
    #expect(try await world.redeem(world.code(), of: handle, by: other) == .gone)
    #expect(try await world.redeem(world.code(), of: world.handle(), by: department) == .gone)
    let updated = try await world.store.update(department)
    #expect(await refusal { _ = try await world.redeem(world.code(), of: handle, by: department) } == .stale)
    let late = try await world.store.redeem(
      world.code(), of: handle, by: updated, family: nil, until: world.now, at: joined.session.session.expiresAt,
      reuse: world.order(.participation(handle)))
    #expect(late == .gone)
    try await world.store.setEnabled(joined.facts.person, false, end: nil)
    #expect(try await world.redeem(world.code(), of: handle, by: updated) == .gone)
    let person = try #require(await world.store.person(joined.facts.person.id))
    try await world.store.setEnabled(person, true, end: nil)
    let kept = world.code()
    try await world.store.setEnabled(department.id, false, end: nil)
    let disabled = try #require(await world.store.department(department.id))
    #expect(try await world.redeem(kept, of: handle, by: disabled) == .gone)
    try await world.store.setEnabled(department.id, true, end: nil)
    let enabled = try #require(await world.store.department(department.id))
    guard case .redeemed = try await world.redeem(kept, of: handle, by: enabled) else {
      Issue.record("a refused code was not used")
      return
    }
    _ = try await world.store.end(world.order(.department(department.id)))
    #expect(try await world.redeem(world.code(), of: handle, by: enabled) == .gone)
  }

  @Test(arguments: Engine.allCases)
  func `a department signed in at again and again keeps a bounded number of families`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    var ids = [joined.family.family.id]
    for _ in 0..<NewFamily.limit {
      ids.append(try await world.family(of: joined.participation, at: joined.department).family.id)
    }
    #expect(try await world.store.family(ids[0]) == nil, "the oldest makes room")
    for id in ids.dropFirst() { #expect(try await world.store.family(id) != nil) }
  }

  @Test(arguments: Engine.allCases)
  func `an assertion is remembered once`(_ engine: Engine) async throws {
    let world = try World(engine)
    let key = World.random(32)
    #expect(try await world.store.remember(assertion: key, until: world.now + 60))
    #expect(try await !world.store.remember(assertion: key, until: world.now + 60))
    #expect(try await world.store.remember(assertion: World.random(32), until: world.now + 60))
  }
}
