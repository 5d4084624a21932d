import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

/// Signing out of one department only.
@Suite struct DeparturePromises {
  @Test(arguments: Engine.allCases)
  func `a departure ends one department with one event and leaves the session and the others`(
    _ engine: Engine
  ) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let business = try await world.department("business")
    let other = try await world.participate(joined.session, business)
    let id = joined.session.session.id
    let outcome = try await world.store.end(world.order(.departure(id, joined.department.id), .signOut))
    #expect(outcome == EndOutcome(epoch: 1, endedParticipations: 1))
    let told = try await world.store.log(after: 0, limit: 9).ended
    #expect(told.map(\.handle) == [.sid(joined.participation.handle.sid)])
    #expect(told.map(\.department) == [joined.department.id])
    #expect(try await world.store.participation(joined.participation.handle) == nil)
    #expect(try await world.store.family(joined.family.family.id) == nil)
    #expect(try await world.store.participation(other.handle) != nil)
    #expect(try await world.store.session(joined.session.session.hash) != nil)
    #expect(try await world.store.hasLeft(joined.department.id, in: id))
    #expect(try await !world.store.hasLeft(business.id, in: id))
    #expect(try await world.store.end(world.order(.departure(id, joined.department.id))) == .nothing, "once")
  }

  @Test(arguments: Engine.allCases)
  func `it is joined again only by whoever knows of it, and then it is forgotten`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let id = joined.session.session.id
    _ = try await world.store.end(world.order(.departure(id, joined.department.id)))
    #expect(await refusal { _ = try await world.participate(joined.session, joined.department) } == .stale)
    let business = try await world.department("business")
    _ = try await world.participate(joined.session, business)
    #expect(try await world.store.hasLeft(joined.department.id, in: id), "another department's sign-in is not a return")
    var returning = joined.session
    returning.isReturning = true
    let again = try await world.participate(returning, joined.department)
    #expect(again.id != joined.participation.id)
    #expect(try await !world.store.hasLeft(joined.department.id, in: id))
    _ = try await world.participate(joined.session, joined.department)
    _ = try await world.participate(returning, business)
  }

  @Test(arguments: Engine.allCases)
  func `it is one session's, and goes with it`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let id = joined.session.session.id
    let elsewhere = try await world.session(joined.facts)
    _ = try await world.store.end(world.order(.departure(id, joined.department.id)))
    #expect(try await !world.store.hasLeft(joined.department.id, in: elsewhere.session.id))
    _ = try await world.participate(elsewhere, joined.department)
    let renewed = try await world.store.signIn(
      world.newSession(), facts: joined.facts, replacing: joined.session.session, end: nil)
    #expect(try await world.store.hasLeft(joined.department.id, in: renewed.id), "under a new cookie")
    _ = try await world.store.end(world.order(.session(id)))
    #expect(try await !world.store.hasLeft(joined.department.id, in: id))
    let swept = try await world.joined("li.na", at: try await world.department("archive"))
    _ = try await world.store.end(world.order(.departure(swept.session.session.id, swept.department.id)))
    while try await world.store.sweep(at: world.now + .days(2), idle: world.idle, limit: 200) > 0 {}
    #expect(try await !world.store.hasLeft(swept.department.id, in: swept.session.session.id))
  }

  @Test(arguments: Engine.allCases)
  func `what has not been joined is not left`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let business = try await world.department("business")
    let id = joined.session.session.id
    #expect(try await world.store.end(world.order(.departure(id, business.id))) == .nothing)
    #expect(try await world.store.end(world.order(.departure(SessionID(99), joined.department.id))) == .nothing)
    #expect(try await !world.store.hasLeft(business.id, in: id))
    _ = try await world.store.end(world.order(.department(joined.department.id)))
    #expect(try await world.store.end(world.order(.departure(id, joined.department.id))) == .nothing, "ended already")
    #expect(try await !world.store.hasLeft(joined.department.id, in: id))
    _ = try await world.participate(joined.session, joined.department)
  }
}
