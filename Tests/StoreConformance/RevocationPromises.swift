import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct RevocationPromises {
  @Test(arguments: Engine.allCases)
  func `an end of one participation leaves its neighbours`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let other = try await world.participate(joined.session, try await world.department("business"))
    let handle = joined.participation.handle
    let order = world.order(.participation(handle), .signOut)
    #expect(try await world.store.end(order) == EndOutcome(epoch: 1, endedParticipations: 1))
    #expect(try await world.store.participation(handle) == nil)
    #expect(try await world.store.family(joined.family.family.id) == nil)
    #expect(try await world.store.participation(other.handle) != nil)
    #expect(try await world.store.session(joined.session.session.hash) != nil)
    let log = try await world.store.log(after: 0, limit: 10)
    #expect(log.epoch == 1)
    #expect(log.incarnation == (try await world.store.incarnation()))
    let expected = EndedEntry(
      epoch: 1, department: joined.department.id, handle: .sid(handle.sid), until: order.rememberUntil)
    #expect(log.ended == [expected])
    #expect(log.cutOffs.isEmpty)
    #expect(try await world.store.end(order) == .nothing)
    #expect(try await world.store.epoch() == 1)
  }

  @Test(arguments: Engine.allCases)
  func `an end of a session or a person takes everything under it`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let business = try await world.department("business")
    let other = try await world.participate(joined.session, business)
    let second = try await world.session(joined.facts)
    let third = try await world.participate(second, business)
    let outcome = try await world.store.end(world.order(.session(joined.session.session.id)))
    #expect(outcome == EndOutcome(epoch: 1, endedParticipations: 2))
    #expect(try await world.store.session(joined.session.session.hash) == nil)
    #expect(try await world.store.participation(other.handle) == nil)
    #expect(try await world.store.participation(third.handle) != nil)
    let person = world.order(.person(joined.facts.person.id), reason: "lost telephone")
    #expect(try await world.store.end(person) == EndOutcome(epoch: 2, endedParticipations: 1))
    #expect(try await world.store.session(second.session.hash) == nil)
    #expect(try await world.store.end(person) == .nothing)
    let bare = try await world.session(joined.facts)
    #expect(try await world.store.end(person) == EndOutcome(epoch: 3, endedParticipations: 0))
    #expect(try await world.store.session(bare.session.hash) == nil)
    let log = try await world.store.log(after: 0, limit: 10)
    #expect(Set(log.ended.filter { $0.epoch == 1 }.map(\.department)) == [joined.department.id, business.id])
    #expect(log.epoch == 3)
  }

  @Test(arguments: Engine.allCases)
  func `a cut-off ends what was begun before it, in the same second too, and nothing after`(
    _ engine: Engine
  ) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let business = try await world.department("business")
    let elsewhere = try await world.participate(joined.session, business)
    let order = world.order(.department(joined.department.id))
    #expect(try await world.store.end(order) == EndOutcome(epoch: 1, endedParticipations: 1))
    #expect(try await world.store.participation(joined.participation.handle) == nil)
    #expect(try await world.store.family(joined.family.family.id) == nil)
    #expect(try await world.store.participation(elsewhere.handle) != nil)
    #expect(try await world.store.participations(of: joined.session.session.id) == [elsewhere])
    let again = try await world.participate(joined.session, joined.department)
    #expect(try await world.store.participation(again.handle)?.participation == again)

    let everything = world.order(.everything)
    #expect(try await world.store.end(everything) == EndOutcome(epoch: 2, endedParticipations: 2))
    #expect(try await world.store.session(joined.session.session.hash) == nil)
    #expect(try await world.store.participation(again.handle) == nil)
    #expect(try await world.store.participation(elsewhere.handle) == nil)
    let session = try await world.session(joined.facts)
    let later = try await world.participate(session, business)
    #expect(try await world.store.participation(later.handle) != nil)
    let log = try await world.store.log(after: 0, limit: 10)
    #expect(log.ended.isEmpty)
    #expect(
      log.cutOffs == [
        CutOffEntry(
          epoch: 1, department: joined.department.id, issuedBefore: world.now + 1, until: order.rememberUntil),
        CutOffEntry(epoch: 2, department: nil, issuedBefore: world.now + 1, until: order.rememberUntil),
      ])
    let nowhere = try #require(DepartmentID("nowhere"))
    #expect(try await world.store.end(world.order(.department(nowhere))) == .nothing)
  }

  @Test(arguments: Engine.allCases)
  func `a token is refused by its jti at its department until it would have expired`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let id = joined.department.id
    let business = try await world.department("business")
    let order = world.order(.token(jti: "j-1", department: id, expires: world.now + 300), .tokenRevoked)
    #expect(try await world.store.end(order) == EndOutcome(epoch: 1, endedParticipations: 0))
    #expect(try await world.store.isRevoked(jti: "j-1", department: id))
    #expect(try await !world.store.isRevoked(jti: "j-2", department: id))
    #expect(try await !world.store.isRevoked(jti: "j-1", department: business.id))
    #expect(try await world.store.participation(joined.participation.handle) != nil)
    #expect(try await world.store.end(order) == .nothing)
    let log = try await world.store.log(after: 0, limit: 10)
    let until = world.now + 300 + Policy.clockSkew
    #expect(log.ended == [EndedEntry(epoch: 1, department: id, handle: .jti("j-1"), until: until)])
    _ = try await world.store.sweep(at: world.now + 359, idle: .days(9), limit: 10)
    #expect(try await world.store.isRevoked(jti: "j-1", department: id))
  }

  @Test(arguments: Engine.allCases)
  func `the log hands out whole events, in order, up to about its limit`(_ engine: Engine) async throws {
    let world = try World(engine)
    let facts = try await world.person()
    var departments: [Department] = []
    for number in 0..<4 { departments.append(try await world.department("d\(number)")) }
    for _ in 0..<3 {
      let session = try await world.session(facts)
      for department in departments { _ = try await world.participate(session, department) }
      _ = try await world.store.end(world.order(.session(session.session.id)))
    }
    let whole = try await world.store.log(after: 0, limit: 12)
    #expect(whole.epoch == 3)
    #expect(whole.ended.map(\.epoch) == [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3])
    let part = try await world.store.log(after: 0, limit: 9)
    #expect(part.epoch == 2)
    #expect(part.ended == Array(whole.ended.prefix(8)))
    let rest = try await world.store.log(after: part.epoch, limit: 9)
    #expect(rest.epoch == 3)
    #expect(rest.ended == Array(whole.ended.suffix(4)))
    let large = try await world.store.log(after: 1, limit: 2)
    #expect(large.epoch == 2, "an event larger than the limit comes whole")
    #expect(large.ended.count == 4)
    #expect(try await world.store.log(after: 3, limit: 9).ended.isEmpty)
    #expect(try await world.store.log(after: 99, limit: 9).epoch == 3, "a reader ahead of a restored store sees it")
  }

  @Test(arguments: Engine.allCases)
  func `a preview lists what would end and ends nothing`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let business = try await world.department("business")
    let elsewhere = try await world.participate(joined.session, business)
    let other = try await world.session(try await world.person("li.na"))
    let theirs = try await world.participate(other, business)
    func preview(_ scope: EndScope) async throws -> [[Participation]] {
      try await world.store.preview(scope, at: world.now).map(\.participations)
    }
    #expect(try await preview(.participation(joined.participation.handle)) == [[joined.participation]])
    #expect(try await preview(.session(joined.session.session.id)) == [[joined.participation, elsewhere]])
    #expect(try await preview(.person(joined.facts.person.id)) == [[joined.participation, elsewhere]])
    #expect(try await preview(.department(business.id)) == [[theirs], [elsewhere]])
    #expect(try await preview(.everything) == [[theirs], [joined.participation, elsewhere]])
    #expect(try await preview(.token(jti: "j", department: business.id, expires: world.now)) == [])
    #expect(try await world.store.epoch() == 0)
    #expect(try await world.store.participation(theirs.handle) != nil)
  }
}
