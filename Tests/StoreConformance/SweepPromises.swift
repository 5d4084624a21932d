import OneDoorMessages
import OneDoorRules
import OneDoorSQL
import OneDoorSQLite
import OneDoorStore
import Testing

@Suite struct SweepPromises {
  /// Sweeps until nothing is left; fails where a step takes more than it may.
  private func sweep(_ world: World, at time: UnixTime, limit: Int = 200) async throws -> Int {
    var gone = 0
    while true {
      let step = try await world.store.sweep(at: time, idle: world.idle, limit: limit)
      #expect(step <= max(limit, 40))
      if step == 0 { return gone }
      gone += step
    }
  }

  @Test(arguments: Engine.allCases)
  func `what is past its time goes, and what is not stays`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    let assertion = World.random(32)
    _ = try await world.store.remember(assertion: assertion, until: world.now + 60)
    #expect(try await sweep(world, at: world.now) == 0)
    #expect(try await sweep(world, at: world.now + 60) == 1, "the assertion")
    #expect(try await world.store.remember(assertion: assertion, until: world.now + 60))
    #expect(try await sweep(world, at: world.now + 120) == 2, "the assertion and the code")
    #expect(try await world.store.participation(joined.participation.handle) != nil)
    try await world.store.touch(joined.session.session.id, at: world.now + 600)
    #expect(try await sweep(world, at: world.now + world.idle) == 0, "it was in use meanwhile")
    #expect(try await sweep(world, at: world.now + 600 + world.idle) > 0)
    #expect(try await world.store.session(joined.session.session.hash) == nil)
    #expect(try await world.store.family(joined.family.family.id) == nil)
    #expect(try await world.store.epoch() == 0, "time-outs raise no event")
  }

  @Test(arguments: Engine.allCases)
  func `a cut-off is remembered until the last row under it has gone`(_ engine: Engine) async throws {
    let world = try World(engine)
    let facts = try await world.person()
    let department = try await world.department()
    let business = try await world.department("business")
    var handles: [ParticipationHandle] = []
    for _ in 0..<30 {
      let session = try await world.session(facts)
      handles.append(try await world.participate(session, department).handle)
      _ = try await world.participate(session, business)
    }
    _ = try await world.store.end(world.order(.department(department.id)))
    let kept = try await world.participate(try await world.session(facts), department)
    // Long past what departments must remember, and the sessions still live: the cut-off has to hold all the same.
    let late = world.now + 1_000
    _ = try await world.store.sweep(at: late, idle: world.idle, limit: 10)
    for handle in handles { #expect(try await world.store.participation(handle) == nil) }
    _ = try await sweep(world, at: late, limit: 10)
    #expect(try await world.store.log(after: 0, limit: 10).cutOffs.isEmpty)
    for handle in handles { #expect(try await world.store.participation(handle) == nil) }
    #expect(try await world.store.participation(kept.handle) != nil)

    _ = try await world.store.end(world.order(.everything))
    _ = try await sweep(world, at: late, limit: 10)
    #expect(try await world.store.log(after: 0, limit: 10).cutOffs.isEmpty)
    #expect(try await world.store.participation(kept.handle) == nil)
    #expect(try await world.store.sessions(.all(before: nil, limit: 99), at: world.now, idle: world.idle).isEmpty)
  }

  @Test(arguments: Engine.allCases)
  func `numbers of ended rows are never given again`(_ engine: Engine) async throws {
    let world = try World(engine)
    let joined = try await world.joined()
    _ = try await world.store.end(world.order(.session(joined.session.session.id)))
    _ = try await sweep(world, at: world.now + .days(2))
    let session = try await world.session(joined.facts)
    #expect(session.session.id.number > joined.session.session.id.number)
    let participation = try await world.participate(session, joined.department)
    #expect(participation.id.number > joined.participation.id.number)
  }

  @Test func `storage returns to its size after sessions have ended`() async throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    let facts = try await world.person()
    let department = try await world.department()
    func wave() async throws {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<300 {
          group.addTask {
            let session = try await world.session(facts)
            let participation = try await world.participate(session, department)
            let family = try await world.family(of: participation, at: department)
            try await world.store.rotate(family, department: department, at: world.now)
            _ = try await world.store.remember(assertion: World.random(32), until: world.now + 60)
            if number % 3 == 0 { _ = try await world.store.end(world.order(.session(session.session.id))) }
          }
        }
        try await group.waitForAll()
      }
      _ = try await world.store.end(world.order(.everything))
      _ = try await sweep(world, at: world.now + .days(2))
      store.database.checkpoint()
    }
    let before = try await store.rowCounts()
    try await wave()
    #expect(try await store.rowCounts() == before)
    let pages = try store.database.setting("page_count")
    for _ in 0..<3 { try await wave() }
    #expect(try await store.rowCounts() == before)
    let grown = try #require(Int(try store.database.setting("page_count")))
    let settled = try #require(Int(pages))
    #expect(grown <= settled + settled / 4, "pages are used again")
  }
}

extension SQLStore where Database == SQLiteDatabase {
  static var tables: [String] {
    [
      "person", "credential", "department", "session", "participation", "family", "code", "assertion", "event", "ended",
      "cut_off",
    ]
  }

  func rowCounts() async throws -> [String: Int64] {
    try await database.scan { (connection) throws(StoreError) in
      var counts: [String: Int64] = [:]
      for table in SQLiteStore.tables {
        try connection.rows(SQLStatement("SELECT count(*) FROM \(table)"), []) { row in
          counts[table] = row.integer(0)
          return false
        }
      }
      return counts
    }
  }
}
