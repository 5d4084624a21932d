import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct CredentialPromises {
  @Test(arguments: Engine.allCases)
  func `a sign-in finds the person by login or phone`(_ engine: Engine) async throws {
    let world = try World(engine)
    let facts = try await world.person("wang.fang", phone: "+8613600000000", password: "$argon2id$…")
    #expect(facts.credential.hash == "$argon2id$…")
    #expect(facts.credential.generation == 1)
    #expect(try await world.store.signInFacts(name: "wang.fang") == facts)
    #expect(try await world.store.signInFacts(name: "+8613600000000") == facts)
    #expect(try await world.store.signInFacts(name: "nobody") == nil)
    let without = try await world.person("no.password", password: nil)
    #expect(without.credential.hash == nil)
  }

  @Test(arguments: Engine.allCases)
  func `a new password ends every session, raises generation and version, and clears the counters`(
    _ engine: Engine
  ) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let id = joined.facts.person.id
    try await world.store.recordFailure(id, lane: .knownDevice, at: world.now)
    let end = world.order(.person(id), .passwordChanged)
    try await world.store.setPassword(joined.facts.person, hash: "new", end: end)
    let facts = try #require(await world.store.signInFacts(id))
    #expect(facts.credential.hash == "new")
    #expect(facts.credential.generation == 2)
    #expect(facts.credential.failures == GuessCounters())
    #expect(facts.person.version == joined.facts.person.version + 1)
    #expect(try await world.store.session(joined.session.session.hash) == nil)
    #expect(try await world.store.family(joined.family.family.id) == nil)
    #expect(
      await refusal { try await world.store.setPassword(joined.facts.person, hash: "older", end: end) } == .stale)
    #expect(try await world.store.signInFacts(id)?.credential.hash == "new")
  }

  @Test(arguments: Engine.allCases)
  func `a guess at a name that nobody has is committed and moves nobody's counter`(_ engine: Engine) async throws {
    let world = try World(engine)
    let facts = try await world.person()
    for lane in GuessLane.allCases { try await world.store.recordFailure(nil, lane: lane, at: world.now) }
    #expect(try await world.store.signInFacts(facts.person.id) == facts)
  }

  @Test(arguments: Engine.allCases)
  func `a password that was given says so until another takes its place`(_ engine: Engine) async throws {
    let world = try World(engine)
    let id = try await world.store.add(
      NewPerson(login: "a", name: "A", passwordHash: "given", mustChangePassword: true), at: world.now)
    func facts() async throws -> SignInFacts { try #require(await world.store.signInFacts(id)) }
    #expect(try await facts().credential.mustChange)
    let end = world.order(.person(id), .passwordChanged)
    try await world.store.setPassword(try await facts().person, hash: "own", mustChange: false, end: end)
    #expect(try await !facts().credential.mustChange)
    try await world.store.setPassword(try await facts().person, hash: "given", mustChange: true, end: end)
    #expect(try await facts().credential.mustChange)
    #expect(try await facts().credential.generation == 3)
    #expect(try await !world.person().credential.mustChange)
  }

  @Test(arguments: Engine.allCases)
  func `a change from within ends the other sessions with one event and keeps this one under a new cookie`(
    _ engine: Engine
  ) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let person = joined.facts.person
    let elsewhere = [try await world.session(joined.facts), try await world.session(joined.facts)]
    let gone = try await world.participate(elsewhere[0], joined.department)
    let bystander = try await world.session(try await world.person("li.na"))
    try await world.store.recordFailure(person.id, lane: .stranger, at: world.now)
    let id = joined.session.session.id
    let end = world.order(.others(of: person.id, keeping: id), .passwordChanged)
    #expect(try await world.store.preview(end.scope, at: world.now).count == 2)
    let cookie = SessionHash(bytes: World.random(32))
    try await world.store.changePassword(joined.session, hash: "new", cookie: cookie, at: world.now + 60, end: end)

    #expect(try await world.store.epoch() == 1)
    #expect(try await world.store.log(after: 0, limit: 9).ended.map(\.handle) == [.sid(gone.handle.sid)])
    for facts in elsewhere { #expect(try await world.store.session(facts.session.hash) == nil) }
    #expect(try await world.store.session(bystander.session.hash) != nil)
    #expect(try await world.store.session(joined.session.session.hash) == nil, "the old cookie opens nothing")
    let kept = try #require(await world.store.session(cookie))
    #expect(kept.session.id == id)
    #expect(kept.session.authentication == joined.session.session.authentication)
    #expect(kept.session.lastActive == world.now + 60)
    #expect(kept.person.version == person.version + 1)
    #expect(try await world.store.family(joined.family.family.id) != nil)
    let credential = try #require(await world.store.signInFacts(person.id)).credential
    #expect(credential.hash == "new" && credential.generation == 2 && credential.failures == GuessCounters())
  }

  @Test(arguments: Engine.allCases)
  func `no change from a session that has ended, moved or is past its end, nor of a person who changed`(
    _ engine: Engine
  ) async throws {
    let world = try World(engine)
    let facts = try await world.person()
    let (first, second) = (try await world.session(facts), try await world.session(facts))
    func change(_ session: SessionFacts, at time: UnixTime? = nil) async -> StoreError? {
      let end = world.order(.others(of: facts.person.id, keeping: session.session.id), .passwordChanged)
      return await refusal {
        try await world.store.changePassword(
          session, hash: "new", cookie: SessionHash(bytes: World.random(32)), at: time ?? world.now, end: end)
      }
    }
    #expect(await change(first, at: first.session.expiresAt) == .stale)
    _ = try await world.store.end(world.order(.session(first.session.id)))
    #expect(await change(first) == .stale)
    let renewed = try await world.store.signIn(world.newSession(), facts: facts, replacing: second.session, end: nil)
    #expect(await change(second) == .stale)
    #expect(try await world.store.signInFacts(facts.person.id)?.credential.hash == "hash")
    #expect(
      try await world.store.signInFacts(facts.person.id)?.person.version == facts.person.version, "all or nothing")
    try await world.store.setEnabled(facts.person, false, end: nil)
    #expect(await change(SessionFacts(session: renewed, person: facts.person)) == .stale)
    let disabled = try #require(await world.store.person(facts.person.id))
    #expect(await change(SessionFacts(session: renewed, person: disabled)) == .stale)
  }

  @Test(arguments: Engine.allCases)
  func `a new hash of the same password changes nothing else, and never overwrites another password`(
    _ engine: Engine
  ) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let id = joined.facts.person.id
    try await world.store.rehash(joined.facts.credential, as: "dearer")
    let facts = try #require(await world.store.signInFacts(id))
    var expected = joined.facts.credential
    expected.hash = "dearer"
    expected.noteSignIn(at: world.now)
    #expect(facts.credential == expected)
    #expect(facts.person == joined.facts.person)
    #expect(try await world.store.session(joined.session.session.hash) != nil)
    #expect(try await world.store.epoch() == 0)
    try await world.store.setPassword(facts.person, hash: "another", end: world.order(.person(id), .passwordChanged))
    try await world.store.rehash(joined.facts.credential, as: "late")
    #expect(try await world.store.signInFacts(id)?.credential.hash == "another")
  }

  @Test(arguments: Engine.allCases)
  func `guesses count exactly under fifty at once, each in its lane`(_ engine: Engine) async throws {
    let world = try World(engine)
    let facts = try await world.person()
    let other = try await world.person("other")
    let id = facts.person.id
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<50 {
        group.addTask {
          try await world.store.recordFailure(id, lane: number % 5 == 0 ? .knownDevice : .stranger, at: world.now + 3)
        }
      }
      try await group.waitForAll()
    }
    let failures = try #require(await world.store.signInFacts(id)).credential.failures
    #expect(failures == GuessCounters(strangers: 40, knownDevices: 10, lastFailure: world.now + 3))
    #expect(try await world.store.signInFacts(other.person.id)?.credential.failures == GuessCounters())
    try await world.store.clearFailures(id)
    #expect(try await world.store.signInFacts(id)?.credential.failures == GuessCounters())
  }
}
