import OneDoorMessages
import OneDoorRules
import OneDoorSQL
import OneDoorSQLite
import OneDoorStore
import Synchronization
import TestSupport
import Testing

private final class FailingDisk: Sendable {
  let fails = Mutex(false)
}

@Suite struct SQLiteWriting {
  @Test func `commits are synced, whatever was set while opening`() throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    #expect(try store.database.setting("synchronous") == "2")
    #expect(try store.database.setting("journal_mode") == "wal")
    #expect(try store.database.setting("foreign_keys") == "1")
    #expect(try store.database.setting("wal_autocheckpoint") == "0")
  }

  @Test func `start refuses a database that runs with less than it was told`() async throws {
    let folder = try TemporaryFolder("durability")
    let loose = try SQLiteStore.open(
      path: folder.path("onedoor.sqlite"), vault: World.vault(), durability: .normalForCounterProof)
    #expect(try loose.database.setting("synchronous") == "1")
    try await loose.database.write(.first) { (connection) throws(StoreError) in
      try Durability.normalForCounterProof.confirm(on: connection)
      do throws(StoreError) {
        try Durability.full.confirm(on: connection)
      } catch {
        guard case .unavailable(let words) = error, words.contains("synchronous=1 instead of 2") else { throw error }
        return
      }
      throw .corrupt("NORMAL passed for FULL")
    }
  }

  /// A unit that notes a number and then, if told to, fails.
  private func note(_ number: Int, in store: SQLiteStore, _ guards: Guards, fails: Bool) async -> StoreError? {
    await refusal {
      try await store.database.write(guards) { (connection) throws(StoreError) in
        try connection.run(script: "INSERT INTO code (key, until) VALUES (x'\(String(1_000 + number))', 1)")
        if fails { throw .stale }
      }
    }
  }

  @Test(arguments: [Guards.first, .throughout])
  func `a unit that fails takes back its own writes and nobody else's`(_ guards: Guards) async throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    let answers = await withTaskGroup(of: (Int, StoreError?).self) { group in
      for number in 0..<90 {
        group.addTask { (number, await note(number, in: store, guards, fails: number % 3 == 0)) }
      }
      return await group.reduce(into: [Int: StoreError?]()) { $0[$1.0] = $1.1 }
    }
    for number in 0..<90 { #expect(answers[number] == (number % 3 == 0 ? StoreError.stale : nil)) }
    #expect(try await store.rowCounts()["code"] == 60)
  }

  @Test func `a unit that breaks a constraint fails alone`() async throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    #expect(await note(0, in: store, .first, fails: false) == nil)
    let answers = await withTaskGroup(of: (Int, StoreError?).self) { group in
      for number in 0..<40 { group.addTask { (number, await note(number, in: store, .first, fails: false)) } }
      return await group.reduce(into: [Int: StoreError?]()) { $0[$1.0] = $1.1 }
    }
    for number in 1..<40 { #expect(answers[number] == StoreError?.none) }
    guard case .unavailable = answers[0] ?? nil else {
      Issue.record("the same key twice")
      return
    }
    #expect(try await store.rowCounts()["code"] == 40)
  }

  @Test func `a full disk fails every unit as unavailable, and heals`() async throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    let facts = try await world.person()
    func limitPages(_ count: Int) async throws {
      try await store.database.write(.first) { (connection) throws(StoreError) in
        try connection.run(script: "PRAGMA max_page_count = \(count)")
      }
    }
    try await limitPages(1)
    var refused: StoreError?
    var acknowledged: [SSOSession] = []
    for _ in 0..<2_000 where refused == nil {
      refused = await refusal { acknowledged.append(try await world.session(facts).session) }
    }
    guard case .unavailable = refused else {
      Issue.record("the disk never filled")
      return
    }
    #expect(try await store.session(acknowledged.last?.hash ?? SessionHash(bytes: [])) != nil, "reading goes on")
    let answers = await withTaskGroup(of: StoreError?.self) { group in
      for _ in 0..<20 { group.addTask { await refusal { _ = try await world.session(facts) } } }
      return await group.reduce(into: [StoreError?]()) { $0.append($1) }
    }
    for answer in answers { if case .unavailable = answer {} else { Issue.record("a false acknowledgement") } }
    #expect(try await store.rowCounts()["session"] == Int64(acknowledged.count))
    try await limitPages(1_000_000)
    let healed = try await world.session(facts)
    #expect(try await store.session(healed.session.hash) != nil)
    for session in acknowledged { #expect(try await store.session(session.hash) != nil) }
  }

  @Test(arguments: [(Int32(10 | 4 << 8), true), (Int32(10 | 3 << 8), true), (Int32(13), false), (Int32(5), false)])
  func `after a failed sync nothing is written any more`(_ code: Int32, _ stops: Bool) async throws {
    let folder = try TemporaryFolder("sync")
    let disk = FailingDisk()
    let database = try SQLiteDatabase(path: folder.path("onedoor.sqlite"), durability: .full) { connection in
      if disk.fails.withLock({ $0 }) { return EngineFailure(code: code) }
      do throws(StoreError) { try connection.run(script: "COMMIT") } catch { return EngineFailure(code: 1) }
      return nil
    }
    let store = SQLiteStore(database, vault: try World.vault())
    #expect(await note(1, in: store, .first, fails: false) == nil)
    disk.fails.withLock { $0 = true }
    guard case .unavailable = await note(2, in: store, .first, fails: false) else {
      Issue.record("a commit that failed was acknowledged")
      return
    }
    disk.fails.withLock { $0 = false }
    let next = await note(3, in: store, .first, fails: false)
    #expect((next != nil) == stops)
    if case .unavailable(let words) = next { #expect(words.contains("stopped writing until a restart")) }
    #expect(try await store.rowCounts()["code"] == (stops ? 1 : 2), "what failed left nothing, and reading goes on")
  }

  @Test func `an end of more rows than a unit may touch goes on until all are gone`() async throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    let facts = try await world.person()
    var departments: [Department] = []
    for number in 0..<40 { departments.append(try await world.department("d\(number)")) }
    for _ in 0..<13 {
      let session = try await world.session(facts)
      for department in departments { _ = try await world.participate(session, department) }
    }
    let outcome = try await store.end(world.order(.person(facts.person.id)))
    #expect(outcome.endedParticipations == 520)
    let epoch = try #require(outcome.epoch)
    #expect(epoch >= 2)
    let counts = try await store.rowCounts()
    #expect(counts["session"] == 0)
    #expect(counts["participation"] == 0)
    #expect(counts["ended"] == 520)
    let log = try await store.log(after: 0, limit: 10_000)
    for event in 1...epoch { #expect(log.ended.filter { $0.epoch == event }.count * 2 <= 1_000) }
  }

  @Test func `look-ups go by an index`() async throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    let plans = try await store.database.scan { (connection) throws(StoreError) in
      var plans: [(text: String, steps: [String])] = []
      for statement in SQLStatement.all {
        var steps: [String] = []
        try connection.rows(SQLStatement("EXPLAIN QUERY PLAN \(statement.text)"), []) { row in
          steps.append(row.text(3))
          return true
        }
        plans.append((statement.text, steps))
      }
      return plans
    }
    #expect(plans.count > 70)
    for plan in plans {
      // Lists and the search of the sweep read through a table in the order of its numbers; the rest of the scans are
      // of tables that have one row or next to none.
      let isList = plan.text.contains("ORDER BY") || plan.text.contains("count(*) FROM participation p\nWHERE")
      for step in plan.steps where step.hasPrefix("SCAN") && !isList {
        let small = ["counter", "store", "cut_off", "c ", "c", "migration", "constant"]
        #expect(small.contains { step == "SCAN \($0)" || step.hasPrefix("SCAN \($0)") }, "\(step) in \(plan.text)")
      }
    }
  }
}
