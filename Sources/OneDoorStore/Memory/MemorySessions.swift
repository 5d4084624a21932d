package import OneDoorRules

extension MemoryState {
  mutating func begin(_ new: NewSession, for person: PersonID) -> SSOSession {
    lastSession += 1
    let session = SSOSession(
      id: SessionID(lastSession), hash: new.hash, personID: person, authentication: new.authentication,
      createdAt: new.createdAt, lastActive: new.createdAt, expiresAt: new.expiresAt)
    sessions[session.id] = Born(row: session, epoch: epoch)
    return session
  }

  /// The session of the same person in the same browser goes on under a new cookie; nil where it is over.
  mutating func renew(_ old: SSOSession, by new: NewSession) -> SSOSession? {
    guard var session = liveSession(old.id), session.hash == old.hash, new.createdAt < session.expiresAt else {
      return nil
    }
    session.hash = new.hash
    session.authentication = new.authentication
    session.lastActive = max(session.lastActive, new.createdAt)
    sessions[old.id]?.row = session
    return session
  }

  func summary(_ session: SSOSession, _ participations: [Participation]) -> SessionSummary? {
    guard let person = persons[session.personID] else { return nil }
    return SessionSummary(
      session: session, personLogin: person.login, personName: person.name, participations: participations)
  }

  /// Live sessions, newest first.
  func liveSessions(at now: UnixTime, idle: Seconds) -> [SSOSession] {
    endable(at: now).filter { $0.isLive(at: now, idle: idle) }
  }

  /// What an end finds to end: also what is idle, and not what is past its absolute end. Newest first.
  func endable(at now: UnixTime) -> [SSOSession] {
    sessions.values.filter { !isCut($0) && now < $0.row.expiresAt }.map(\.row).sorted { $0.id.number > $1.id.number }
  }
}

extension MemoryStore {
  package func session(_ hash: SessionHash) async throws(StoreError) -> SessionFacts? {
    try run { (state) throws(StoreError) in
      guard let found = state.sessions.values.first(where: { $0.row.hash == hash }), !state.isCut(found),
        let person = state.persons[found.row.personID]
      else { return nil }
      return SessionFacts(session: found.row, person: person)
    }
  }

  package func signIn(
    _ new: NewSession, facts: SignInFacts, replacing: SSOSession?, end: EndOrder?
  ) async throws(StoreError) -> SSOSession {
    try run { (state) throws(StoreError) in
      let person = try state.person(at: facts.person)
      guard person.isEnabled else { throw .stale }
      state.credentials[person.id]?.failures = GuessCounters()
      state.credentials[person.id]?.noteSignIn(at: new.authentication.time)
      if let replacing, replacing.personID == person.id {
        return state.renew(replacing, by: new) ?? state.begin(new, for: person.id)
      }
      if replacing != nil, let end { _ = state.end(end) }
      return state.begin(new, for: person.id)
    }
  }

  package func touch(_ id: SessionID, at now: UnixTime) async throws(StoreError) {
    try run { (state) throws(StoreError) in state.noteActivity(of: id, at: now) }
  }

  package func sessions(
    _ filter: SessionFilter, at now: UnixTime, idle: Seconds
  ) async throws(StoreError) -> [SessionSummary] {
    try run { (state) throws(StoreError) in
      let live = state.liveSessions(at: now, idle: idle)
      let chosen =
        switch filter {
        case .session(let id): live.filter { $0.id == id }
        case .person(let id): live.filter { $0.personID == id }
        case .department(let id):
          live.filter { state.liveParticipations(of: $0.id).contains { $0.department == id } }
        case .all(let before, let limit):
          Array(live.filter { $0.id.number < before?.number ?? .max }.prefix(limit))
        }
      return chosen.compactMap { state.summary($0, state.liveParticipations(of: $0.id)) }
    }
  }
}
