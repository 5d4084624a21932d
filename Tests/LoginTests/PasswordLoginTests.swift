import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

@Suite struct PasswordLoginTests {
  @Test func `the right password proves the person, with facts, time and method`() async throws {
    let world = try await LoginWorld()
    guard case .proven(let facts, let authentication, let cookie) = await world.signIn() else {
      Issue.record("not proven")
      return
    }
    #expect(facts.person.id == world.zhang)
    #expect(authentication == Authentication(time: world.now, acr: .password, amr: [.pwd]))
    #expect(world.devices.open(cookie).lane(for: facts.credential, at: world.now) == .knownDevice)
  }

  @Test func `success clears nothing by itself`() async throws {
    let world = try await LoginWorld()
    world.setFailures(GuessCounters(strangers: 3, knownDevices: 2, lastFailure: world.now))
    #expect(await world.signIn().isProven)
    #expect(
      world.memory.failures(of: world.zhang) == GuessCounters(strangers: 3, knownDevices: 2, lastFailure: world.now))
  }

  @Test(arguments: [
    "ZHANG.WEI", " zhang.wei", "ｚｈａｎｇ．ｗｅｉ", "+86 138 0000 0000", "008613800000000", "13800000000",
    "+8613800000000", "zhang\u{200B}.wei",
  ])
  func `any spelling of name or phone is the account and its one counter`(name: String) async throws {
    let world = try await LoginWorld()
    #expect(await world.attempt(name, world.password).isProven)
    #expect(await world.attempt(name, "wrong") == .mismatch)
    #expect(world.memory.failures(of: world.zhang)?.strangers == 1)
  }

  @Test func `wrong, unknown, disabled and without a password are one answer after one hash and one write`()
    async throws
  {
    let world = try await LoginWorld()
    func ask(_ name: String, _ password: String) async -> LoginOutcome {
      let hashes = world.hasher.hashCount
      let writes = world.memory.recorded
      let outcome = await world.attempt(name, password)
      #expect(world.hasher.hashCount == hashes + 1)
      #expect(world.memory.recorded == writes + 1)
      return outcome
    }
    #expect(await ask("zhang.wei", "wrong") == .mismatch)
    #expect(await ask("nobody", "wrong") == .mismatch)
    #expect(await ask("+8613999999999", "wrong") == .mismatch)
    #expect(await ask("", "") == .mismatch)
    #expect(await ask("a\u{0}b", "wrong") == .mismatch)
    #expect(await ask("nobody", String(repeating: "x", count: 100_000)) == .mismatch)
    #expect(await ask("zhang.wei", String(repeating: "x", count: 100_000)) == .mismatch)
    world.memory.change(world.zhang) { person, _ in person.isEnabled = false }
    #expect(await ask("zhang.wei", world.password) == .mismatch)
    world.memory.change(world.zhang) { person, credential in
      person.isEnabled = true
      credential.hash = nil
    }
    #expect(await ask("zhang.wei", world.password) == .mismatch)
    #expect(world.memory.rowCount == 1)
  }

  @Test(arguments: ["zhang.wei", "nobody"])
  func `five wrong guesses are free, then the wait doubles, for unknown names too`(name: String) async throws {
    let world = try await LoginWorld()
    for _ in 0..<5 { #expect(await world.attempt(name, "wrong") == .mismatch) }
    let hashes = world.hasher.hashCount
    #expect(await world.attempt(name, "wrong") == .wait(15))
    #expect(await world.attempt(name, world.password, after: 14) == .wait(1))
    #expect(world.hasher.hashCount == hashes)
    #expect(await world.attempt(name, "wrong", after: 15) == .mismatch)
    #expect(await world.attempt(name, "wrong", after: 16) == .wait(29))
  }

  @Test(arguments: ["zhang.wei", "nobody"])
  func `after 60 wrong guesses in a row a stranger is told 15 minutes for ever`(name: String) async throws {
    let world = try await LoginWorld()
    var evaluated = 0
    for guess in 0..<100 where await world.attempt(name, "wrong", after: Int64(guess) * 900) == .mismatch {
      evaluated += 1
    }
    #expect(evaluated == 60)
    #expect(world.hasher.hashCount == 61)
    #expect(await world.attempt(name, world.password, after: 86_400 * 365) == .wait(.minutes(15)))
  }

  @Test func `a stranger never locks a known device out, nor does that open the door to strangers`() async throws {
    let world = try await LoginWorld()
    let cookie = await world.signIn().cookie
    world.setFailures(GuessCounters(strangers: 60, lastFailure: world.now))
    #expect(await world.attempt("zhang.wei", world.password, cookie: cookie).isProven)
    #expect(await world.attempt("zhang.wei", "wrong", cookie: cookie) == .mismatch)
    #expect(world.memory.failures(of: world.zhang)?.knownDevices == 1)
    #expect(await world.attempt("zhang.wei", world.password) == .wait(.minutes(15)))
    world.setFailures(GuessCounters(knownDevices: 40, lastFailure: world.now))
    #expect(await world.attempt("zhang.wei", world.password, cookie: cookie) == .wait(.minutes(15)))
    #expect(await world.attempt("zhang.wei", world.password).isProven)
  }

  @Test func `a new password makes every device a stranger`() async throws {
    let world = try await LoginWorld()
    let cookie = await world.signIn().cookie
    world.memory.change(world.zhang) { _, credential in credential.generation += 1 }
    #expect(await world.attempt("zhang.wei", "wrong", cookie: cookie) == .mismatch)
    #expect(world.memory.failures(of: world.zhang) == GuessCounters(strangers: 1, lastFailure: world.now))
  }

  @Test func `a device keeps knowing the others who signed in on it`() async throws {
    let world = try await LoginWorld()
    let li = PasswordCredential(personID: PersonID(8), hash: nil)
    let cookie = try world.devices.seal(KnownDevice().adding(li, at: world.now))
    let next = await world.attempt("zhang.wei", world.password, cookie: cookie).cookie
    #expect(world.devices.open(next).entries.map(\.person) == [world.zhang, PersonID(8)])
  }

  @Test func `counts hold over a restart`() async throws {
    let world = try await LoginWorld()
    for _ in 0..<5 { #expect(await world.attempt("zhang.wei", "wrong") == .mismatch) }
    let restarted = try world.restarted()
    #expect(
      await restarted.attempt(name: "zhang.wei", password: world.password, deviceCookie: nil, now: world.now)
        == .wait(15))
  }

  @Test(arguments: ["zhang.wei", "nobody"])
  func `of 200 guesses at once no more are looked at than the limit`(name: String) async throws {
    let world = try await LoginWorld()
    let before = world.hasher.hashCount
    let outcomes = await withTaskGroup(of: LoginOutcome.self) { group in
      for guess in 0..<200 {
        // Half of them by other spellings: the account counts, not its name.
        group.addTask { await world.attempt(guess % 2 == 0 ? name : name.uppercased(), "wrong \(guess)") }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let mismatches = outcomes.count { $0 == .mismatch }
    #expect(mismatches >= 1 && mismatches <= 5)
    #expect(world.hasher.hashCount - before == mismatches)
    #expect(
      outcomes.allSatisfy {
        switch $0 {
        case .mismatch, .wait: true
        default: false
        }
      })
    if name == "zhang.wei" { #expect(world.memory.failures(of: world.zhang)?.strangers == Int64(mismatches)) }
  }

  @Test func `one attempt is in flight at a time, and the next is let in after it`() async throws {
    let world = try await LoginWorld()
    let outcomes = await withTaskGroup(of: LoginOutcome.self) { group in
      for _ in 0..<50 { group.addTask { await world.signIn() } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.contains { $0.isProven })
    #expect(outcomes.allSatisfy { $0.isProven || $0 == .wait(PasswordLogin.gateDelay) })
    #expect(await world.signIn().isProven)
  }

  @Test(arguments: ["zhang.wei", "nobody"])
  func `storage that cannot count a guess does not answer it`(name: String) async throws {
    let world = try await LoginWorld()
    world.memory.setDown(true)
    #expect(await world.attempt(name, world.password) == .unavailable)
    world.memory.setDown(false)
    #expect(await world.attempt("zhang.wei", world.password).isProven)
  }

  @Test func `a stored hash that cannot be read counts against nobody`() async throws {
    let world = try await LoginWorld()
    world.memory.change(world.zhang) { _, credential in credential.hash = "$argon2id$broken" }
    #expect(await world.signIn() == .unavailable)
    #expect(world.memory.failures(of: world.zhang) == GuessCounters())
  }

  @Test func `a full queue is told apart and counts against nobody`() async throws {
    let world = try await LoginWorld(queueDepth: 1)
    let outcomes = await withTaskGroup(of: LoginOutcome.self) { group in
      for name in 0..<300 { group.addTask { await world.attempt("nobody\(name)", "wrong") } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.allSatisfy { $0 == .mismatch || $0 == .busy(5) })
    #expect(outcomes.count { $0 == .mismatch } == world.hasher.hashCount - 1)
    #expect(world.memory.recorded == outcomes.count { $0 == .mismatch })
  }
}

extension LoginWorld {
  func signIn() async -> LoginOutcome { await attempt("zhang.wei", password) }
}
