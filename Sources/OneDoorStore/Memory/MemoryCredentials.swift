package import OneDoorRules

extension MemoryStore {
  package func signInFacts(name: String) async throws(StoreError) -> SignInFacts? {
    try run { (state) throws(StoreError) in
      guard let person = state.holder(of: name, in: \.optionalLogin) ?? state.holder(of: name, in: \.phone) else {
        return nil
      }
      return state.credentials[person.id].map { SignInFacts(person: person, credential: $0) }
    }
  }

  package func signInFacts(_ id: PersonID) async throws(StoreError) -> SignInFacts? {
    try run { (state) throws(StoreError) in
      guard let person = state.persons[id], let credential = state.credentials[id] else { return nil }
      return SignInFacts(person: person, credential: credential)
    }
  }

  package func setPassword(
    _ person: Person, hash: String, mustChange: Bool, end: EndOrder
  ) async throws(StoreError) {
    try run { (state) throws(StoreError) in
      var changed = try state.person(at: person)
      changed.version += 1
      state.persons[person.id] = changed
      state.credentials[person.id]?.replace(hash: hash, mustChange: mustChange)
      _ = state.end(end)
    }
  }

  package func changePassword(
    _ facts: SessionFacts, hash: String, cookie: SessionHash, at now: UnixTime, end: EndOrder
  ) async throws(StoreError) {
    try run { (state) throws(StoreError) in
      var changed = try state.person(at: facts.person)
      guard changed.isEnabled, let session = state.liveSession(facts.session.id), session.hash == facts.session.hash,
        session.personID == changed.id, now < session.expiresAt
      else { throw .stale }
      changed.version += 1
      state.persons[changed.id] = changed
      state.credentials[changed.id]?.replace(hash: hash, mustChange: false)
      state.sessions[session.id]?.row.hash = cookie
      state.noteActivity(of: session.id, at: now)
      _ = state.end(end)
    }
  }

  package func rehash(_ credential: PasswordCredential, as hash: String) async throws(StoreError) {
    try run { (state) throws(StoreError) in
      guard state.credentials[credential.personID]?.generation == credential.generation else { return }
      state.credentials[credential.personID]?.hash = hash
    }
  }

  package func recordFailure(_ id: PersonID?, lane: GuessLane, at now: UnixTime) async throws(StoreError) {
    try run { (state) throws(StoreError) in
      guard let id else { return }
      switch lane {
      case .stranger: state.credentials[id]?.failures.strangers += 1
      case .knownDevice: state.credentials[id]?.failures.knownDevices += 1
      }
      state.credentials[id]?.failures.lastFailure = now
    }
  }

  package func clearFailures(_ id: PersonID) async throws(StoreError) {
    try run { (state) throws(StoreError) in state.credentials[id]?.failures = GuessCounters() }
  }
}
