import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct ParticipationPromises {
  @Test(arguments: Engine.allCases)
  func `a department joins a session once, and later scopes take the place of earlier ones`(
    _ engine: Engine
  ) async throws {
    let world = try World(engine)
    let department = try await world.department()
    let session = try await world.session(try await world.person())
    let first = try await world.participate(session, department, scopes: [.openid, .profile])
    let second = try await world.participate(session, department, scopes: [.openid], at: world.now + 60)
    #expect(second.id == first.id)
    #expect(second.handle == first.handle)
    #expect(second.scopes == [.openid])
    let facts = try #require(await world.store.participation(first.handle))
    #expect(facts.participation == second)
    #expect(facts.session.id == session.session.id)
    #expect(facts.session.lastActive == world.now + 60, "joining is activity")
    #expect(facts.person == session.person)
    let named = NamedClaims(idToken: ClaimSet([.email]), userinfo: ClaimSet(rawValue: 0x8000_0001))
    let asked = try await world.participate(session, department, namedClaims: named, at: world.now + 60)
    #expect(asked.namedClaims == named)
    #expect(try await world.store.participation(first.handle)?.participation == asked)
    #expect(try await world.participate(session, department, at: world.now + 60) == second, "taken back")
    let other = try await world.department("business")
    let third = try await world.participate(session, other)
    #expect(third.id != first.id)
    #expect(try await world.store.participations(of: session.session.id) == [second, third])
    #expect(try await world.store.participation(world.handle()) == nil)
  }

  @Test(arguments: Engine.allCases)
  func `nothing is joined on a session that has ended or is past its absolute end`(_ engine: Engine) async throws {
    let world = try World(engine)
    let department = try await world.department()
    let facts = try await world.person()
    let session = try await world.session(facts)
    let late = session.session.expiresAt
    #expect(await refusal { _ = try await world.participate(session, department, at: late) } == .stale)
    _ = try await world.store.end(world.order(.session(session.session.id)))
    #expect(await refusal { _ = try await world.participate(session, department) } == .stale)
    let cut = try await world.session(facts)
    _ = try await world.store.end(world.order(.everything))
    #expect(await refusal { _ = try await world.participate(cut, department) } == .stale)
    #expect(try await world.store.participations(of: cut.session.id).isEmpty)
  }

  @Test(arguments: Engine.allCases)
  func `nothing is joined where person or department has changed`(_ engine: Engine) async throws {
    let world = try World(engine)
    let department = try await world.department()
    let facts = try await world.person()
    let session = try await world.session(facts)
    let updated = try await world.store.update(department)
    #expect(await refusal { _ = try await world.participate(session, department) } == .stale)
    _ = try await world.participate(session, updated)
    try await world.store.setEnabled(department.id, false, end: nil)
    let disabled = try #require(await world.store.department(department.id))
    #expect(await refusal { _ = try await world.participate(session, disabled) } == .stale)
    try await world.store.setEnabled(department.id, true, end: nil)
    let enabled = try #require(await world.store.department(department.id))
    _ = try await world.participate(session, enabled)
    try await world.store.setEnabled(facts.person, false, end: nil)
    #expect(await refusal { _ = try await world.participate(session, enabled) } == .stale)
    let person = try #require(await world.store.person(facts.person.id))
    let seen = SessionFacts(session: session.session, person: person)
    #expect(await refusal { _ = try await world.participate(seen, enabled) } == .stale, "disabled at this version")
  }
}
