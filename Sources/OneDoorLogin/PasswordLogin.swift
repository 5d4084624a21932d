package import OneDoorCrypto
import OneDoorMessages
package import OneDoorRules
package import OneDoorStore

/// Proving who one is by login name or phone, and password.
///
/// Every account goes the same way, also one that does not exist: look-up, decision on earlier failures, gate, look-up
/// again, one hash, one committed write. All names that nobody has share one row: one for each would let strangers fill
/// the store.
package struct PasswordLogin: Sendable {
  /// What somebody is told while another attempt at the same account is under way.
  package static let gateDelay: Seconds = 1

  private let store: any CredentialStore
  let hasher: PasswordHasher
  let devices: DeviceCookie
  private let policy: GuessPolicy
  private let unknown: UnknownNameCounters
  private let gate = AttemptGate()

  /// One per process: it holds the counters of unknown names and the attempts in flight.
  package init(
    store: any CredentialStore, hasher: PasswordHasher, devices: DeviceCookie, policy: GuessPolicy = .standard
  ) throws(CryptoError) {
    self.store = store
    self.hasher = hasher
    self.devices = devices
    self.policy = policy
    unknown = try UnknownNameCounters()
  }

  package func attempt(
    name typed: String, password: String, deviceCookie: String?, now: UnixTime
  ) async -> LoginOutcome {
    let name = LoginName(typed)
    return await attempt(name, password: password, deviceCookie: deviceCookie, now: now) { () throws(Fault) in
      try await look(up: name, typed: typed)
    }
  }

  /// The same by somebody who is known already: counted and limited as a sign-in is.
  package func attempt(
    _ person: PersonID, password: String, deviceCookie: String?, now: UnixTime
  ) async -> LoginOutcome {
    await attempt(nil, password: password, deviceCookie: deviceCookie, now: now) { () throws(Fault) in
      let facts = try await reading { store throws(StoreError) in try await store.signInFacts(person) }
      return Candidate(account: .person(person), facts: facts)
    }
  }

  private func attempt(
    _ name: LoginName?, password: String, deviceCookie: String?, now: UnixTime,
    of candidate: () async throws(Fault) -> Candidate
  ) async -> LoginOutcome {
    do {
      let device = devices.open(deviceCookie)
      let first = try await candidate()
      // Asked before the gate as well: whoever must wait anyway does not stand in it.
      if let wait = decide(first, device, at: now).answer(policy) { return .wait(wait) }
      guard gate.enter(first.account) else { return .wait(PasswordLogin.gateDelay) }
      defer { gate.leave(first.account) }
      return try await judge(first, again: name, password: password, device: device, now: now)
    } catch {
      switch error {
      case .busy(let wait): return .busy(wait)
      case .unavailable: return .unavailable
      }
    }
  }

  /// Inside the gate, where nobody else moves this account's counters on this node.
  private func judge(
    _ first: Candidate, again name: LoginName?, password: String, device: KnownDevice, now: UnixTime
  ) async throws(Fault) -> LoginOutcome {
    let candidate = try await look(again: first, name: name)
    let lane = lane(of: candidate, device, at: now)
    if let wait = decide(candidate, device, at: now).answer(policy) { return .wait(wait) }
    let isMatch: Bool
    do {
      isMatch = try await hasher.verify(password, against: candidate.facts?.credential.hash)
    } catch {
      if case .busy(let wait) = error { throw .busy(wait) }
      throw .unavailable
    }
    guard isMatch, let facts = candidate.facts, facts.person.isEnabled else {
      try await recordFailure(candidate, lane: lane, at: now)
      return .mismatch
    }
    await keepUp(facts.credential, password)
    let cookie: String
    do { cookie = try devices.seal(device.adding(facts.credential, at: now)) } catch { throw .unavailable }
    return .proven(facts, Authentication(time: now, acr: .password, amr: [.pwd]), newDeviceCookie: cookie)
  }

  /// A hash under other parameters than today's is made anew while the password is at hand. It can wait for the next
  /// sign-in: whatever stands in its way now is no reason to refuse this one.
  private func keepUp(_ credential: PasswordCredential, _ password: String) async {
    guard let hash = credential.hash, hasher.isOutdated(hash), let renewed = try? await hasher.hash(password) else {
      return
    }
    try? await store.rehash(credential, as: renewed)
  }

  private enum Fault: Error { case busy(Seconds), unavailable }

  /// Whom the name stands for, and what guesses at it are counted under.
  private struct Candidate {
    let account: AttemptGate.Account
    let facts: SignInFacts?
  }

  private func look(up name: LoginName?, typed: String) async throws(Fault) -> Candidate {
    if let name, let facts = try await find(name) {
      return Candidate(account: .person(facts.person.id), facts: facts)
    }
    return Candidate(account: .unknown(unknown.key(for: name?.countedAs ?? typed)), facts: nil)
  }

  private func look(again first: Candidate, name: LoginName?) async throws(Fault) -> Candidate {
    if let facts = first.facts {
      let id = facts.person.id
      let again = try await reading { store throws(StoreError) in try await store.signInFacts(id) }
      return Candidate(account: first.account, facts: again)
    }
    // The same steps for a name that nobody has; whoever got it meanwhile is found by the next attempt.
    if let name { _ = try await find(name) }
    return first
  }

  private func find(_ name: LoginName) async throws(Fault) -> SignInFacts? {
    try await reading { store throws(StoreError) in
      if let facts = try await store.signInFacts(name: name.text) { return facts }
      guard let phone = name.phone, !phone.text.utf8.elementsEqual(name.text.utf8) else { return nil }
      return try await store.signInFacts(name: phone.text)
    }
  }

  private func reading<Value: Sendable>(
    _ body: (any CredentialStore) async throws(StoreError) -> Value
  ) async throws(Fault) -> Value {
    do { return try await body(store) } catch { throw .unavailable }
  }

  private func lane(of candidate: Candidate, _ device: KnownDevice, at now: UnixTime) -> GuessLane {
    candidate.facts.map { device.lane(for: $0.credential, at: now) } ?? .stranger
  }

  private func decide(_ candidate: Candidate, _ device: KnownDevice, at now: UnixTime) -> GuessDecision {
    let failures: GuessCounters
    switch (candidate.account, candidate.facts) {
    case (.unknown(let key), _): failures = unknown.counters(key)
    case (.person, let facts): failures = facts?.credential.failures ?? GuessCounters()
    }
    return policy.decide(failures, lane: lane(of: candidate, device, at: now), at: now)
  }

  /// Committed before the answer leaves, so that no kill between the two makes a guess free.
  private func recordFailure(_ candidate: Candidate, lane: GuessLane, at now: UnixTime) async throws(Fault) {
    do {
      switch candidate.account {
      case .person(let id): try await store.recordFailure(id, lane: lane, at: now)
      case .unknown(let key):
        unknown.recordFailure(key, at: now)
        try await store.recordFailure(nil, lane: lane, at: now)
      }
    } catch {
      if case .stale = error { return }
      throw .unavailable
    }
  }
}
