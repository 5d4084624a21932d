import Glibc
import OneDoorMessages
import OneDoorRules
import OneDoorSQL
import OneDoorSQLite
import OneDoorStore
import TestSupport
import Testing

@Suite struct SQLiteFiles {
  private func open(_ path: String) throws -> SQLiteStore { try SQLiteStore.open(path: path, vault: World.vault()) }

  @Test func `a restart keeps everything, and what ended stays ended`() async throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    let joined = try await world.joined()
    let ended = try await world.participate(joined.session, try await world.department("business"))
    _ = try await world.store.end(world.order(.participation(ended.handle)))
    let code = world.code()
    try await world.store.burn(code, until: world.now + 60, reuse: world.order(.participation(ended.handle)))
    #expect(try await world.store.bind(pairwiseCheck: [1, 2, 3]))
    let incarnation = try await world.store.incarnation()
    #expect(incarnation.utf8.count == 22)
    try store.close()
    #expect(await refusal { _ = try await world.store.epoch() } == .unavailable("storage is closed"))
    #expect(await refusal { try await world.store.touch(SessionID(1), at: world.now) } != nil)
    #expect(try #require(world.folder).names() == ["onedoor.sqlite"], "a clean close leaves no log behind")

    let again = try open(try #require(world.folder).path("onedoor.sqlite"))
    #expect(try await again.incarnation() == incarnation)
    #expect(try await again.epoch() == 1)
    #expect(try await again.family(joined.family.family.id) == joined.family)
    #expect(try await again.participation(ended.handle) == nil)
    #expect(try await again.session(joined.session.session.hash)?.session == joined.session.session)
    #expect(try await again.signInFacts(name: "zhang.wei")?.credential.hash == "hash")
    #expect(try await again.bind(pairwiseCheck: [1, 2, 3]))
    #expect(try await !again.bind(pairwiseCheck: [1, 2, 4]), "another pairwise key")
    let handle = joined.participation.handle
    let redemption = try await again.redeem(
      code, of: handle, by: joined.department, family: nil, until: world.now, at: world.now,
      reuse: world.order(.participation(handle)))
    #expect(redemption == .alreadyUsed)
    try again.close()
  }

  @Test func `the files are their owner's alone`() async throws {
    let world = try World(.sqlite)
    _ = try await world.joined()
    let folder = try #require(world.folder)
    #expect(folder.names().count == 3)
    for name in folder.names() {
      var status = stat()
      #expect(stat(folder.path(name), &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600, "\(name)")
    }
  }

  @Test func `nobody's data can be read in the files`() async throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    let folder = try #require(world.folder)
    let canaries = ["canary-login", "canary-name", "+86canary", "canary@example.org", "canary-hash", "canary-why"]
    let id = try await store.add(
      NewPerson(
        login: canaries[0], name: canaries[1], phone: canaries[2], email: canaries[3], passwordHash: canaries[4]),
      at: world.now)
    let facts = try #require(await store.signInFacts(id))
    let session = try await world.session(facts)
    _ = try await store.end(world.order(.session(session.session.id), reason: canaries[5]))
    try await store.setPassword(facts.person, hash: "canary-second", end: world.order(.person(id)))
    func search() throws {
      for name in folder.names() {
        let bytes = try folder.bytes(name)
        for canary in canaries + ["canary"] {
          let found = bytes.contains(Array(canary.utf8))
          #expect(!found, "\(canary) is in \(name)")
        }
        #expect(!name.hasSuffix("sqlite") || bytes.contains(Array("CREATE TABLE person".utf8)), "the search finds")
      }
    }
    store.database.checkpoint()
    let person = try #require(await store.person(id))
    try await store.update(person.renamed("canary-other-name"))
    try search()
    try store.close()
    try search()
  }

  @Test func `another person's record does not open in a row`() async throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    let a = try await world.person("a").person.id
    let b = try await world.person("b").person.id
    try await store.database.write(.first) { (connection) throws(StoreError) in
      try connection.run(
        script: "UPDATE person SET record = (SELECT record FROM person WHERE id = \(a.number)) WHERE id = \(b.number)")
    }
    #expect(try await store.person(a) != nil)
    let error = await refusal { _ = try await store.person(b) }
    guard case .corrupt = error else {
      Issue.record("a swapped record opened")
      return
    }
  }

  @Test func `a store of a newer version is refused with words`() async throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    try await store.database.write(.first) { (connection) throws(StoreError) in
      try connection.run(script: "INSERT INTO migration (number, name) VALUES (99, 'later')")
    }
    try store.close()
    let path = try #require(world.folder).path("onedoor.sqlite")
    let error = await refusal { _ = try open(path) }
    guard case .unavailable(let words) = error else {
      Issue.record("a newer store was opened")
      return
    }
    #expect(words.contains("newer OneDoor (schema 99"))
  }

  @Test func `somebody else's database is left alone`() async throws {
    let world = try World(.sqlite)
    let folder = try #require(world.folder)
    try #require(world.sqlite).close()
    let path = folder.path("onedoor.sqlite")
    // The application's number is at byte 68 of an SQLite file.
    var foreign = try folder.bytes("onedoor.sqlite")
    foreign.replaceSubrange(68..<72, with: [0, 0, 0, 0])
    try folder.overwrite("onedoor.sqlite", foreign)
    let error = await refusal { _ = try open(path) }
    #expect(error == .unavailable("this SQLite file does not belong to OneDoor"))
    #expect(try folder.bytes("onedoor.sqlite") == foreign)

    let text = Array("this is no database, and long enough not to be taken for an empty one".utf8)
    try folder.overwrite("onedoor.sqlite", text)
    #expect(await refusal { _ = try open(path) } != nil)
    #expect(try folder.bytes("onedoor.sqlite") == text)
  }
}

extension TemporaryFolder {
  fileprivate func overwrite(_ name: String, _ bytes: [UInt8]) throws {
    guard let file = fopen(path(name), "wb") else { throw SystemFailure("fopen") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw SystemFailure("fwrite") }
  }
}

extension Person {
  fileprivate func renamed(_ name: String) -> Person {
    var person = self
    person.name = name
    return person
  }
}
