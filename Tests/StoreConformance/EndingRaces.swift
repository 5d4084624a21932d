import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Synchronization
import Testing

/// The writes that an end may meet.
enum RacedWrite: String, CaseIterable, Sendable {
  case participate, redeem, rotate, touch, signIn, renew, changePassword
}

/// The ends, each with the writes that must fail once it has been acknowledged. The others may rightly begin anew.
enum RacedEnd: String, CaseIterable, Sendable {
  case participation, departure, session, person, department, everything, personDisabled, passwordChanged,
    departmentDisabled
  case codeReused

  var forbids: Set<RacedWrite> {
    switch self {
    case .participation, .department, .codeReused: [.redeem, .rotate, .touch]
    // On facts that know nothing of it.
    case .departure: [.participate, .redeem, .rotate, .touch]
    case .session, .person, .everything: [.participate, .redeem, .rotate, .touch, .changePassword]
    case .departmentDisabled: [.participate, .redeem, .rotate, .touch]
    case .personDisabled, .passwordChanged: Set(RacedWrite.allCases)
    }
  }
}

private final class Acknowledgement: Sendable {
  private let given = Mutex(false)
  var isGiven: Bool { given.withLock { $0 } }
  func give() { given.withLock { $0 = true } }
}

/// Every write against every end: nothing commits after the end's acknowledgement.
@Suite struct EndingRaces {
  @Test(arguments: Engine.allCases, RacedEnd.allCases)
  func `nothing commits after the end it races with was acknowledged`(
    _ engine: Engine, _ end: RacedEnd
  ) async throws {
    let world = try World(engine)
    for (number, write) in RacedWrite.allCases.enumerated() {
      for round in 0..<3 {
        try await race(write, against: end, "p\(number)-\(round)", world)
      }
    }
  }

  private func race(_ write: RacedWrite, against end: RacedEnd, _ name: String, _ world: World) async throws {
    let joined = try await world.joined(name, at: try await world.department(name))
    let acknowledgement = Acknowledgement()
    let code = world.code()
    if end == .codeReused {
      _ = try await world.redeem(code, of: joined.participation.handle, by: joined.department)
    }
    let after = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          // Counts what began after the acknowledgement and went through all the same.
          var late = 0
          for _ in 0..<400 {
            let began = acknowledgement.isGiven
            let went = try await perform(write, joined, world)
            if began && went { late += 1 }
            if began && !went { break }
            if began && !end.forbids.contains(write) { break }
          }
          return late
        }
      }
      group.addTask {
        await Task.yield()
        try await carryOut(end, code, joined, world)
        acknowledgement.give()
        return 0
      }
      return try await group.reduce(0, +)
    }
    if end.forbids.contains(write) { #expect(after == 0, "\(write) went through after \(end)") }
    #expect(try await world.store.participation(joined.participation.handle) == nil, "\(write) revived it after \(end)")
    #expect(try await world.store.family(joined.family.family.id) == nil)
    #expect(try await world.store.sweep(at: world.now, idle: world.idle, limit: 500) >= 0)
    #expect(try await world.store.participation(joined.participation.handle) == nil)
  }

  private func perform(_ write: RacedWrite, _ joined: Joined, _ world: World) async throws -> Bool {
    do {
      switch write {
      case .participate: _ = try await world.participate(joined.session, joined.department)
      case .redeem:
        let family = NewFamily(id: FamilyID(bytes: World.random(16)), mode: .rotate)
        let answer = try await world.redeem(
          world.code(), of: joined.participation.handle, by: joined.department, family: family)
        guard case .redeemed = answer else { return false }
      case .rotate:
        guard let facts = try await world.store.family(joined.family.family.id) else { return false }
        try await world.store.rotate(facts, department: joined.department, at: world.now)
      case .touch:
        let due = world.now + Policy.activityGrain
        try await world.store.touch(joined.family, department: joined.department, at: due)
      case .signIn: _ = try await world.session(joined.facts)
      case .renew:
        _ = try await world.store.signIn(
          world.newSession(), facts: joined.facts, replacing: joined.session.session, end: nil)
      case .changePassword:
        let others = EndScope.others(of: joined.facts.person.id, keeping: joined.session.session.id)
        try await world.store.changePassword(
          joined.session, hash: "own", cookie: SessionHash(bytes: World.random(32)), at: world.now,
          end: world.order(others, .passwordChanged))
      }
      return true
    } catch StoreError.stale {
      return false
    }
  }

  private func carryOut(_ end: RacedEnd, _ code: CodeID, _ joined: Joined, _ world: World) async throws {
    let person = joined.facts.person
    let department = joined.department.id
    let handle = joined.participation.handle
    switch end {
    case .participation: _ = try await world.store.end(world.order(.participation(handle)))
    case .departure:
      _ = try await world.store.end(world.order(.departure(joined.session.session.id, department)))
    case .session: _ = try await world.store.end(world.order(.session(joined.session.session.id)))
    case .person: _ = try await world.store.end(world.order(.person(person.id)))
    case .department: _ = try await world.store.end(world.order(.department(department)))
    case .everything: _ = try await world.store.end(world.order(.everything))
    case .personDisabled:
      try await settled(person, world) { person throws(StoreError) in
        try await world.store.setEnabled(person, false, end: world.order(.person(person.id)))
      }
    case .passwordChanged:
      try await settled(person, world) { person throws(StoreError) in
        try await world.store.setPassword(person, hash: "new", end: world.order(.person(person.id)))
      }
    case .departmentDisabled:
      try await world.store.setEnabled(department, false, end: world.order(.department(department)))
    case .codeReused: #expect(try await world.redeem(code, of: handle, by: joined.department) == .alreadyUsed)
    }
  }

  /// The person may have changed the password just before: then it is done to the person as they are by now.
  private func settled(
    _ person: Person, _ world: World, _ act: (Person) async throws(StoreError) -> Void
  ) async throws {
    do {
      try await act(person)
    } catch StoreError.stale {
      try await act(try #require(await world.store.person(person.id)))
    }
  }
}
