import OneDoorRules
import OneDoorSQL
import OneDoorSQLite
import OneDoorStore
import TestSupport
import Testing

/// A store that an older version has written is brought along when it is opened.
@Suite struct SQLiteMigrations {
  @Test func `a store of schema 1 keeps its people and learns of the sign-in before`() async throws {
    let world = try World(.sqlite)
    let store = try #require(world.sqlite)
    let joined = try await world.joined()
    // What later schemas have added is taken away again, the newest first.
    try await store.database.write(.first) { (connection) throws(StoreError) in
      try connection.run(
        script: """
          ALTER TABLE participation DROP COLUMN claims; DROP TABLE departure; DROP TABLE nobody;
          ALTER TABLE credential DROP COLUMN previous_sign_in; ALTER TABLE credential DROP COLUMN must_change;
          DELETE FROM migration WHERE number > 1
          """)
    }
    try store.close()

    let path = try #require(world.folder).path("onedoor.sqlite")
    let again = try SQLiteStore.open(path: path, vault: World.vault())
    let facts = try #require(await again.signInFacts(name: "zhang.wei"))
    #expect(facts.credential.lastSignIn == world.now)
    #expect(facts.credential.previousSignIn == nil, "nothing is known of it")
    #expect(!facts.credential.mustChange)
    #expect(try await again.session(joined.session.session.hash)?.session == joined.session.session)
    #expect(try await again.family(joined.family.family.id) == joined.family)
    _ = try await again.signIn(world.newSession(at: world.now + 60), facts: facts, replacing: nil, end: nil)
    #expect(try await again.signInFacts(name: "zhang.wei")?.credential.previousSignIn == world.now)
    try again.close()

    let third = try SQLiteStore.open(path: path, vault: World.vault())
    #expect(
      try await third.signInFacts(name: "zhang.wei")?.credential.lastSignIn == world.now + 60, "not migrated twice")
    try third.close()
  }
}
