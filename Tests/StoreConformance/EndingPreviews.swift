import OneDoorMessages
import OneDoorRules
import OneDoorStore
import TestSupport
import Testing

/// A dry run is worth something only where it lists what the run then ends: held against ends of every scope, on stores
/// with live, idle, expired, ended and cut-off sessions.
@Suite struct EndingPreviews {
  @Test(arguments: Engine.allCases, 1...6 as ClosedRange<UInt64>)
  func `a preview lists exactly what the end then ends`(_ engine: Engine, seed: UInt64) async throws {
    var crowd = try await Crowd(try World(engine), seed: seed)
    for round in 0..<25 {
      try await crowd.grow()
      let scope = try crowd.anyScope()
      let world = crowd.world
      let preview = try await world.store.preview(scope, at: world.now)
      let before = try await crowd.standing()
      let outcome = try await world.store.end(world.order(scope))
      let after = try await crowd.standing()

      let handles = Set(preview.flatMap(\.participations).map(\.handle))
      #expect(before.handles.subtracting(after.handles) == handles, "round \(round): \(scope)")
      #expect(outcome.endedParticipations == handles.count, "round \(round): \(scope)")
      switch scope {
      case .session, .person, .others, .everything:
        #expect(
          before.sessions.subtracting(after.sessions) == Set(preview.map(\.session.id)), "round \(round): \(scope)")
      case .participation, .departure, .department, .token: #expect(before.sessions == after.sessions)
      }
      switch scope {
      case .department, .everything: #expect(outcome.epoch != nil)
      case .participation, .departure, .session, .person, .others, .token:
        #expect((outcome.epoch == nil) == preview.isEmpty, "round \(round): \(scope)")
        let log = try await world.store.log(after: (outcome.epoch ?? .max) - 1, limit: 1_000)
        let told = log.ended.map(\.handle)
        #expect(outcome.epoch == nil || Set(told) == Set(handles.map { .sid($0.sid) }), "round \(round): \(scope)")
      }
      #expect(try await world.store.preview(scope, at: world.now).isEmpty)
    }
  }

  @Test(arguments: Engine.allCases)
  func `an idle session is ended, and one past its absolute end goes without a word`(_ engine: Engine) async throws {
    let world = try World(engine)
    let facts = try await world.person()
    let department = try await world.department()
    let idle = try await world.session(facts, at: world.now - .hours(2))
    let part = try await world.participate(idle, department, at: world.now - .hours(2))
    let over = try await world.session(facts, at: world.now - .hours(12))
    let past = try await world.participate(over, department, at: world.now - .hours(12))
    #expect(try await world.store.sessions(.person(facts.person.id), at: world.now, idle: world.idle).isEmpty)
    #expect(try await world.store.preview(.session(over.session.id), at: world.now).isEmpty)
    #expect(try await world.store.end(world.order(.participation(past.handle))) == .nothing)
    #expect(
      try await world.store.preview(.person(facts.person.id), at: world.now).map(\.session.id) == [idle.session.id])
    let outcome = try await world.store.end(world.order(.person(facts.person.id)))
    #expect(outcome == EndOutcome(epoch: 1, endedParticipations: 1))
    #expect(try await world.store.log(after: 0, limit: 9).ended.map(\.handle) == [.sid(part.handle.sid)])
    #expect(try await world.store.session(idle.session.hash) == nil)
    #expect(try await world.store.session(over.session.hash) == nil)
  }
}

/// Persons who sign in here and there over half a day.
private struct Crowd {
  let world: World
  private var numbers: SeededRandom
  private var persons: [SignInFacts] = []
  private var departments: [Department] = []
  private var sessions: [SessionFacts] = []
  private var parts: [(handle: ParticipationHandle, session: SSOSession)] = []

  init(_ world: World, seed: UInt64) async throws {
    self.world = world
    numbers = SeededRandom(seed: seed)
    for name in ["a", "b", "c"] {
      persons.append(try await world.person(name))
      departments.append(try await world.department("office-\(name)"))
    }
  }

  /// A few more sessions: about one in three is past its absolute end, most of the others are idle.
  mutating func grow() async throws {
    for _ in 0..<4 {
      guard let person = persons.randomElement(using: &numbers) else { return }
      let age =
        Bool.random(using: &numbers)
        ? Int64.random(in: 0..<3_600, using: &numbers) : .random(in: 0..<64_800, using: &numbers)
      let session = try await world.session(person, at: world.now - Seconds(age))
      sessions.append(session)
      for department in departments where Int.random(in: 0..<3, using: &numbers) > 0 {
        let part = try await world.participate(session, department, at: session.session.createdAt)
        parts.append((part.handle, session.session))
      }
    }
  }

  mutating func anyScope() throws -> EndScope {
    switch Int.random(in: 0..<20, using: &numbers) {
    case 0: .everything
    case 1...2: .department(try #require(departments.randomElement(using: &numbers)).id)
    case 3...4: .person(try #require(persons.randomElement(using: &numbers)).person.id)
    case 5:
      .others(
        of: try #require(persons.randomElement(using: &numbers)).person.id,
        keeping: try #require(sessions.randomElement(using: &numbers)).session.id)
    case 6...7:
      .departure(
        try #require(sessions.randomElement(using: &numbers)).session.id,
        try #require(departments.randomElement(using: &numbers)).id)
    case 8...12: .session(try #require(sessions.randomElement(using: &numbers)).session.id)
    default: .participation(try #require(parts.randomElement(using: &numbers)).handle)
    }
  }

  /// What stands and is not past its absolute end, found one by one.
  func standing() async throws -> (sessions: Set<SessionID>, handles: Set<ParticipationHandle>) {
    var standing: (sessions: Set<SessionID>, handles: Set<ParticipationHandle>) = ([], [])
    for facts in sessions where world.now < facts.session.expiresAt {
      if try await world.store.session(facts.session.hash) != nil { standing.sessions.insert(facts.session.id) }
    }
    for part in parts where world.now < part.session.expiresAt {
      if try await world.store.participation(part.handle) != nil { standing.handles.insert(part.handle) }
    }
    return standing
  }
}
