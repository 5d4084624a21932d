import OneDoorLogin
import OneDoorRules
import OneDoorStore
import Testing

/// What becomes of a password besides being asked for: another cost, another password.
@Suite struct PasswordUpkeepTests {
  private let policy = PasswordPolicy(minimumLength: 12)

  @Test func `a hash under another cost is made anew at the next success, and only then`() async throws {
    let world = try await LoginWorld()
    let old = try #require(try await world.memory.signInFacts(world.zhang)?.credential)
    let dearer = try PasswordHasher(cost: .standard)
    let login = try PasswordLogin(store: world.memory, hasher: dearer, devices: world.devices)
    func attempt(_ password: String) async -> LoginOutcome {
      await login.attempt(name: "zhang.wei", password: password, deviceCookie: nil, now: world.now)
    }
    #expect(await attempt("wrong") == .mismatch)
    #expect(try await world.memory.signInFacts(world.zhang)?.credential.hash == old.hash)
    #expect(await attempt(world.password).isProven)
    let new = try #require(try await world.memory.signInFacts(world.zhang))
    #expect(new.credential.hash?.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$") == true)
    #expect(new.credential.generation == old.generation, "known devices stay known")
    #expect(new.person.version == 1, "nothing ends")
    #expect(await attempt(world.password).isProven)
    #expect(try await world.memory.signInFacts(world.zhang)?.credential.hash == new.credential.hash, "once")
  }

  @Test func `the same cost hashes nothing anew`() async throws {
    let world = try await LoginWorld()
    let hashes = world.hasher.hashCount
    #expect(await world.attempt("zhang.wei", world.password).isProven)
    #expect(world.hasher.hashCount == hashes + 1)
  }

  @Test func `a guess from within a session is counted and limited like any other`() async throws {
    let world = try await LoginWorld()
    func attempt(_ password: String) async -> LoginOutcome {
      await world.login.attempt(world.zhang, password: password, deviceCookie: nil, now: world.now)
    }
    for _ in 0..<5 { #expect(await attempt("wrong") == .mismatch) }
    #expect(world.memory.failures(of: world.zhang)?.strangers == 5)
    #expect(await attempt(world.password) == .wait(15))
    #expect(await world.attempt("zhang.wei", world.password) == .wait(15), "one counter")
    world.setFailures(GuessCounters())
    #expect(await attempt(world.password).isProven)
    #expect(
      await world.login.attempt(PersonID(99), password: "x", deviceCookie: nil, now: world.now) == .mismatch)
  }

  @Test func `a new password is judged before it is hashed`() async throws {
    let world = try await LoginWorld()
    let facts = try #require(try await world.memory.signInFacts(world.zhang))
    func choose(_ password: String?, _ again: String?) async -> ChosenPassword {
      await world.login.choose(password, again: again, for: facts, policy: policy)
    }
    let good = "lantern-orchard-violin"
    let hashes = world.hasher.hashCount
    for (password, again) in [(nil, nil), (good, nil), (nil, good), ("", ""), (good, "")] as [(String?, String?)] {
      #expect(await choose(password, again) == .refused(.missing))
    }
    #expect(await choose(good, good + " ") == .refused(.different))
    #expect(await choose("short", "short") == .refused(.refused(.tooShort(minimum: 12))))
    #expect(await choose("zhangwei-zhangwei", "zhangwei-zhangwei") == .refused(.refused(.containsName)))
    #expect(world.hasher.hashCount == hashes)
    #expect(await choose(world.password, world.password) == .refused(.refused(.unchanged)))
    guard case .hashed(let hash) = await choose(good, good) else {
      Issue.record("not hashed")
      return
    }
    #expect(try await world.hasher.verify(good, against: hash))
  }

  @Test func `the device that changes the password knows the new one`() async throws {
    let world = try await LoginWorld()
    guard case .proven(var facts, _, let cookie) = await world.attempt("zhang.wei", world.password) else {
      Issue.record("not proven")
      return
    }
    var credential = facts.credential
    credential.replace(hash: "new", mustChange: false)
    facts = SignInFacts(person: facts.person, credential: credential)
    #expect(world.devices.open(cookie).lane(for: credential, at: world.now) == .stranger)
    let renewed = try world.login.deviceCookie(knowing: credential, beside: cookie, at: world.now)
    #expect(world.devices.open(renewed).lane(for: credential, at: world.now) == .knownDevice)
  }
}
