import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct SessionPromises {
  @Test(arguments: Engine.allCases)
  func `a sign-in begins a session, clears the guesses and notes the time`(_ engine: Engine) async throws {
    let world = try World(engine)
    let facts = try await world.person()
    try await world.store.recordFailure(facts.person.id, lane: .stranger, at: world.now)
    let new = world.newSession()
    let session = try await world.store.signIn(new, facts: facts, replacing: nil, end: nil)
    #expect(session.hash == new.hash)
    #expect(session.authentication == new.authentication)
    #expect(session.lastActive == new.createdAt)
    #expect(try await world.store.session(new.hash) == SessionFacts(session: session, person: facts.person))
    let credential = try #require(await world.store.signInFacts(facts.person.id)).credential
    #expect(credential.failures == GuessCounters())
    #expect(credential.lastSignIn == new.authentication.time)
    #expect(credential.previousSignIn == nil)
    #expect(try await world.store.session(SessionHash(bytes: World.random(32))) == nil)
  }

  @Test(arguments: Engine.allCases)
  func `the time of the sign-in before is kept beside the last one`(_ engine: Engine) async throws {
    let world = try World(engine)
    let facts = try await world.person()
    let other = try await world.person("li.na")
    let first = try await world.session(facts, at: world.now)
    _ = try await world.store.signIn(
      world.newSession(at: world.now + 60), facts: facts, replacing: first.session, end: nil)
    let again = try #require(await world.store.signInFacts(facts.person.id)).credential
    #expect(again.lastSignIn == world.now + 60)
    #expect(again.previousSignIn == world.now, "the same person again in the same browser is a sign-in too")
    let late = NewSession(
      hash: SessionHash(bytes: World.random(32)),
      authentication: Authentication(time: world.now + 90, acr: .password, amr: [.pwd]), createdAt: world.now + 92,
      expiresAt: world.now + .hours(12))
    let session = try await world.store.signIn(late, facts: facts, replacing: nil, end: nil)
    let third = try #require(await world.store.signInFacts(facts.person.id)).credential
    #expect(third.lastSignIn == session.authentication.time, "when the password was proven")
    #expect(third.previousSignIn == world.now + 60)
    #expect(try await world.store.signInFacts(other.person.id)?.credential.lastSignIn == nil)
  }

  @Test(arguments: Engine.allCases)
  func `no session begins for a person who changed meanwhile`(_ engine: Engine) async throws {
    let world = try World(engine)
    let facts = try await world.person()
    try await world.store.setPassword(facts.person, hash: "new", end: world.order(.person(facts.person.id)))
    #expect(await refusal { _ = try await world.session(facts) } == .stale)
    let changed = try #require(await world.store.signInFacts(facts.person.id))
    try await world.store.setEnabled(changed.person, false, end: nil)
    let disabled = try #require(await world.store.signInFacts(facts.person.id))
    #expect(await refusal { _ = try await world.session(disabled) } == .stale, "disabled at this very version")
    #expect(disabled.credential.lastSignIn == nil)
  }

  @Test(arguments: Engine.allCases)
  func `another person in the same browser ends the first one's session`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let other = try await world.person("li.na")
    let old = joined.session.session
    let session = try await world.store.signIn(
      world.newSession(), facts: other, replacing: old, end: world.order(.session(old.id), .replacedByLogin))
    #expect(session.id != old.id)
    #expect(try await world.store.session(old.hash) == nil)
    #expect(try await world.store.participation(joined.participation.handle) == nil)
    #expect(try await world.store.epoch() == 1)
  }

  @Test(arguments: Engine.allCases)
  func `the same person keeps participations and absolute end under a new cookie`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let old = joined.session.session
    let new = world.newSession(at: world.now + 600)
    let session = try await world.store.signIn(
      new, facts: joined.facts, replacing: old, end: world.order(.session(old.id)))
    #expect(session.id == old.id)
    #expect(session.hash == new.hash)
    #expect(session.expiresAt == old.expiresAt)
    #expect(session.lastActive == world.now + 600)
    #expect(session.authentication == new.authentication)
    #expect(try await world.store.session(old.hash) == nil, "the old cookie opens nothing")
    #expect(try await world.store.session(new.hash)?.session == session)
    #expect(try await world.store.participation(joined.participation.handle)?.session == session)
    #expect(try await world.store.epoch() == 0)

    let second = try await world.store.signIn(world.newSession(), facts: joined.facts, replacing: old, end: nil)
    #expect(second.id != old.id, "another tab was quicker: this one gets a session of its own")
  }

  @Test(arguments: Engine.allCases)
  func `a session that is over is not gone on with`(_ engine: Engine) async throws {
    let world = try World(engine)
    let facts = try await world.person()
    let old = try await world.session(facts).session
    let late = try await world.store.signIn(
      world.newSession(at: old.expiresAt), facts: facts, replacing: old, end: nil)
    #expect(late.id != old.id)
    _ = try await world.store.end(world.order(.everything))
    let after = try await world.store.signIn(world.newSession(), facts: facts, replacing: late, end: nil)
    #expect(after.id != late.id)
    #expect(try await world.store.session(after.hash) != nil)
  }

  @Test(arguments: Engine.allCases)
  func `activity only moves forward`(_ engine: Engine) async throws {
    let world = try World(engine)
    let session = try await world.session(try await world.person()).session
    try await world.store.touch(session.id, at: world.now + 60)
    #expect(try await world.store.session(session.hash)?.session.lastActive == world.now + 60)
    try await world.store.touch(session.id, at: world.now + 30)
    #expect(try await world.store.session(session.hash)?.session.lastActive == world.now + 60)
    try await world.store.touch(SessionID(999), at: world.now)
  }

  @Test(arguments: Engine.allCases)
  func `an administrator sees live sessions, newest first`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let other = try await world.person("li.na")
    let second = try await world.session(other)
    let third = try await world.session(other)
    func listed(_ filter: SessionFilter, at time: UnixTime? = nil) async throws -> [SessionID] {
      try await world.store.sessions(filter, at: time ?? world.now, idle: world.idle).map(\.session.id)
    }
    let first = joined.session.session.id
    #expect(try await listed(.all(before: nil, limit: 10)) == [third.session.id, second.session.id, first])
    #expect(try await listed(.all(before: third.session.id, limit: 1)) == [second.session.id])
    #expect(try await listed(.person(other.person.id)) == [third.session.id, second.session.id])
    #expect(try await listed(.department(joined.department.id)) == [first])
    #expect(try await listed(.session(second.session.id)) == [second.session.id])
    #expect(try await listed(.all(before: nil, limit: 10), at: world.now + world.idle).isEmpty, "idle ones are over")
    let summary = try #require(
      await world.store.sessions(.session(first), at: world.now, idle: world.idle).first)
    #expect(summary.participations == [joined.participation])
    #expect(summary.personLogin == "zhang.wei")
    #expect(summary.personName == "张伟")
    _ = try await world.store.end(world.order(.department(joined.department.id)))
    #expect(try await listed(.department(joined.department.id)).isEmpty)
    _ = try await world.store.end(world.order(.everything))
    #expect(try await listed(.all(before: nil, limit: 10)).isEmpty)
  }
}
