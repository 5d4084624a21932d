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
