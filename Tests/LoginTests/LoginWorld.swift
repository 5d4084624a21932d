import OneDoorCrypto
import OneDoorLogin
import OneDoorRules
import OneDoorStore
import Synchronization

/// The credentials of a store and what was asked of it. It outlives a `PasswordLogin`, as a database outlives a restart.
final class CredentialMemory: CredentialStore {
  struct State {
    var rows: [PersonID: SignInFacts] = [:]
    var failures = 0
    var isDown = false
  }
  let state = Mutex(State())

  func add(_ facts: SignInFacts) { state.withLock { $0.rows[facts.person.id] = facts } }

  func change(_ id: PersonID, _ body: (inout Person, inout PasswordCredential) -> Void) {
    state.withLock { state in
      guard let facts = state.rows[id] else { return }
      var person = facts.person
      var credential = facts.credential
      body(&person, &credential)
      state.rows[id] = SignInFacts(person: person, credential: credential)
    }
  }

  func failures(of id: PersonID) -> GuessCounters? { state.withLock { $0.rows[id]?.credential.failures } }
  /// Failures that were recorded, of anybody.
  var recorded: Int { state.withLock { $0.failures } }
  func setDown(_ isDown: Bool) { state.withLock { $0.isDown = isDown } }
  var rowCount: Int { state.withLock { $0.rows.count } }

  private func rows() throws(StoreError) -> [PersonID: SignInFacts] {
    guard let rows = state.withLock({ $0.isDown ? nil : $0.rows }) else { throw .unavailable("down") }
    return rows
  }

  func signInFacts(name: String) async throws(StoreError) -> SignInFacts? {
    let rows = try rows().values
    return rows.first { $0.person.login.utf8.elementsEqual(name.utf8) }
      ?? rows.first { $0.person.phone?.utf8.elementsEqual(name.utf8) ?? false }
  }

  func signInFacts(_ id: PersonID) async throws(StoreError) -> SignInFacts? { try rows()[id] }

  func setPassword(_ person: Person, hash: String, mustChange: Bool, end: EndOrder) async throws(StoreError) {
    change(person.id) { person, credential in
      person.version += 1
      credential.replace(hash: hash, mustChange: mustChange)
    }
  }

  func changePassword(
    _ facts: SessionFacts, hash: String, cookie: SessionHash, at now: UnixTime, end: EndOrder
  ) async throws(StoreError) {
    try await setPassword(facts.person, hash: hash, mustChange: false, end: end)
  }

  func rehash(_ credential: PasswordCredential, as hash: String) async throws(StoreError) {
    _ = try rows()
    change(credential.personID) { $1.hash = hash }
  }

  func recordFailure(_ id: PersonID?, lane: GuessLane, at now: UnixTime) async throws(StoreError) {
    _ = try rows()
    await Task.yield()
    change(id ?? PersonID(0)) { $1.failures = $1.failures.failed(in: lane, at: now) }
    state.withLock { $0.failures += 1 }
  }

  func clearFailures(_ id: PersonID) async throws(StoreError) { change(id) { $1.failures = GuessCounters() } }
}

/// One account, `zhang.wei`, whose password is `password`, at a fixed time and the lowest cost.
struct LoginWorld {
  let memory = CredentialMemory()
  let hasher: PasswordHasher
  let devices: DeviceCookie
  let login: PasswordLogin
  let now = UnixTime(1_800_000_000)
  let zhang = PersonID(7)
  let password = "落霞 with a lone duck é"

  init(queueDepth: Int = 1024, policy: GuessPolicy = .standard) async throws {
    hasher = try PasswordHasher(cost: .lowest, threads: 2, queueDepth: queueDepth)
    devices = try DeviceCookie(sealKey: [UInt8](repeating: 1, count: 32))
    login = try PasswordLogin(store: memory, hasher: hasher, devices: devices, policy: policy)
    memory.add(
      SignInFacts(
        person: Person(
          id: zhang, login: "zhang.wei", name: "张伟", phone: "+8613800000000", updatedAt: UnixTime(1_700_000_000)),
        credential: PasswordCredential(personID: zhang, hash: try await hasher.hash(password))))
  }

  /// The same store behind a new process.
  func restarted() throws -> PasswordLogin { try PasswordLogin(store: memory, hasher: hasher, devices: devices) }

  func attempt(
    _ name: String = "zhang.wei", _ password: String, cookie: String? = nil, after seconds: Int64 = 0
  ) async -> LoginOutcome {
    await login.attempt(name: name, password: password, deviceCookie: cookie, now: now + Seconds(seconds))
  }

  func setFailures(_ failures: GuessCounters) { memory.change(zhang) { $1.failures = failures } }
}

extension LoginOutcome {
  var isProven: Bool { cookie != nil }
  var cookie: String? {
    guard case .proven(_, _, let cookie) = self else { return nil }
    return cookie
  }
}
