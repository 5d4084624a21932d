import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

/// What is used once is used once, however many present it in the same moment.
@Suite struct OneWinnerRaces {
  private static let presenters = 16

  private func race<Answer: Sendable>(
    _ present: @escaping @Sendable (Int) async throws -> Answer
  ) async throws -> [Answer] {
    try await withThrowingTaskGroup(of: Answer.self) { group in
      for number in 0..<OneWinnerRaces.presenters { group.addTask { try await present(number) } }
      var answers: [Answer] = []
      for try await answer in group { answers.append(answer) }
      return answers
    }
  }

  @Test(arguments: Engine.allCases)
  func `a code has one redeemer, and the others end what it got`(_ engine: Engine) async throws {
    let world = try World(engine)
    let department = try await world.department()
    let facts = try await world.person()
    for round in 1...20 {
      let session = try await world.session(facts)
      let participation = try await world.participate(session, department)
      let code = world.code()
      let ids = (0..<OneWinnerRaces.presenters).map { _ in FamilyID(bytes: World.random(16)) }
      let answers = try await race { number in
        try await world.redeem(
          code, of: participation.handle, by: department, family: NewFamily(id: ids[number], mode: .rotate))
      }
      let winners = answers.filter { if case .redeemed = $0 { true } else { false } }
      #expect(winners.count == 1)
      #expect(answers.filter { $0 == .alreadyUsed }.count == OneWinnerRaces.presenters - 1)
      #expect(try await world.store.participation(participation.handle) == nil)
      for id in ids { #expect(try await world.store.family(id) == nil) }
      #expect(try await world.store.epoch() == Int64(round), "ended once")
    }
  }

  @Test(arguments: Engine.allCases)
  func `a refresh counter is moved by one presenter`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    var facts = joined.family
    for _ in 0..<20 {
      let seen = facts
      let answers = try await race { _ in
        await refusal { try await world.store.rotate(seen, department: joined.department, at: world.now) }
      }
      #expect(answers.filter { $0 == nil }.count == 1)
      #expect(answers.filter { $0 == .stale }.count == OneWinnerRaces.presenters - 1)
      facts = try #require(await world.store.family(seen.family.id))
      #expect(facts.family.counter == seen.family.counter + 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `an assertion is accepted from one presenter`(_ engine: Engine) async throws {
    let world = try World(engine)
    for _ in 0..<20 {
      let key = World.random(32)
      let answers = try await race { _ in try await world.store.remember(assertion: key, until: world.now + 60) }
      #expect(answers.filter { $0 }.count == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `a department joins a session once under many tabs`(_ engine: Engine) async throws {
    let world = try World(engine)
    let department = try await world.department()
    let session = try await world.session(try await world.person())
    let answers = try await race { _ in try await world.participate(session, department) }
    #expect(Set(answers.map(\.handle)).count == 1)
  }

  @Test(arguments: Engine.allCases)
  func `a login name is taken once`(_ engine: Engine) async throws {
    let world = try World(engine)
    let answers = try await race { _ in await refusal { _ = try await world.person("same") } }
    #expect(answers.filter { $0 == nil }.count == 1)
    #expect(answers.filter { $0 == .taken("login") }.count == OneWinnerRaces.presenters - 1)
    #expect(try await world.store.persons(after: nil, limit: 99).count == 1)
  }

  @Test(arguments: Engine.allCases)
  func `events are numbered in the order of commits, without gaps`(_ engine: Engine) async throws {
    let world = try World(engine)
    let department = try await world.department()
    let facts = try await world.person()
    let count: Int64 = 60
    var sessions: [SessionFacts] = []
    for _ in 0..<count { sessions.append(try await world.session(facts)) }
    for session in sessions { _ = try await world.participate(session, department) }
    let all = sessions
    let reader = Task {
      var seen: [EndedEntry] = []
      var epoch: Int64 = 0
      while epoch < count {
        let log = try await world.store.log(after: epoch, limit: 7)
        seen += log.ended
        epoch = log.epoch
        await Task.yield()
      }
      return seen
    }
    let epochs = try await withThrowingTaskGroup(of: Int64?.self) { group in
      for session in all {
        group.addTask { try await world.store.end(world.order(.session(session.session.id))).epoch }
      }
      var epochs: [Int64] = []
      for try await epoch in group { epochs.append(try #require(epoch)) }
      return epochs
    }
    #expect(epochs.sorted() == Array(1...count))
    #expect(try await reader.value.map(\.epoch) == Array(1...count), "a reader misses none and sees none twice")
  }
}
