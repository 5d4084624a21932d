package import OneDoorMessages
package import OneDoorRules

extension MemoryState {
  mutating func remove(_ participation: ParticipationID) {
    participations[participation] = nil
    for (id, family) in families where family.participationID == participation { families[id] = nil }
    familyOrder.removeAll { families[$0] == nil }
  }

  mutating func remove(_ session: SessionID) {
    sessions[session] = nil
    departures[session] = nil
    for (id, participation) in participations where participation.row.sessionID == session { remove(id) }
  }

  mutating func begin(_ new: NewFamily, under participation: ParticipationID, at now: UnixTime) {
    families[new.id] = GrantFamily(
      id: new.id, participationID: participation, mode: new.mode, counter: NewFamily.firstCounter, rotatedAt: now,
      lastActive: now)
    familyOrder.append(new.id)
    let mine = familyOrder.filter { families[$0]?.participationID == participation }
    for id in mine.dropLast(NewFamily.limit) { families[id] = nil }
    familyOrder.removeAll { families[$0] == nil }
  }

  /// The family and its facts, with the guards of a refresh.
  func live(_ known: FamilyFacts, at department: Department, _ now: UnixTime) throws(StoreError) -> FamilyFacts {
    guard let family = families[known.family.id], let stored = participations[family.participationID],
      !isCut(stored), stored.row.department == department.id, let facts = facts(stored.row),
      now < facts.session.expiresAt
    else { throw .stale }
    try requireLive(known.facts.person, department)
    return FamilyFacts(family: family, facts: facts)
  }
}

extension MemoryStore {
  package func participate(
    _ facts: SessionFacts, department: Department, subject: Subject, scopes: ScopeSet, namedClaims: NamedClaims,
    handle: ParticipationHandle, at now: UnixTime
  ) async throws(StoreError) -> Participation {
    try run { (state) throws(StoreError) in
      try state.requireLive(facts.person, department)
      guard let session = state.liveSession(facts.session.id), session.personID == facts.person.id,
        now < session.expiresAt
      else { throw .stale }
      let hasLeft = state.departures[session.id]?.contains(department.id) ?? false
      guard facts.isReturning || !hasLeft else { throw .stale }
      state.departures[session.id]?.remove(department.id)
      state.noteActivity(of: session.id, at: now)
      let known = state.participations.values.first {
        $0.row.sessionID == session.id && $0.row.department == department.id && $0.row.subject == subject
      }
      if let known, !state.isCut(known) {
        state.participations[known.row.id]?.row.scopes = scopes
        state.participations[known.row.id]?.row.namedClaims = namedClaims
        return state.participations[known.row.id]?.row ?? known.row
      }
      if let known { state.remove(known.row.id) }
      state.lastParticipation += 1
      let participation = Participation(
        id: ParticipationID(state.lastParticipation), handle: handle, sessionID: session.id, department: department.id,
        subject: subject, scopes: scopes, namedClaims: namedClaims, createdAt: now)
      state.participations[participation.id] = .init(row: participation, epoch: state.epoch)
      return participation
    }
  }

  package func participation(_ handle: ParticipationHandle) async throws(StoreError) -> ParticipationFacts? {
    try run { (state) throws(StoreError) in state.liveParticipation(handle).flatMap { state.facts($0) } }
  }

  package func participations(of session: SessionID) async throws(StoreError) -> [Participation] {
    try run { (state) throws(StoreError) in state.liveParticipations(of: session) }
  }

  package func hasLeft(_ department: DepartmentID, in session: SessionID) async throws(StoreError) -> Bool {
    try run { (state) throws(StoreError) in state.departures[session]?.contains(department) ?? false }
  }
}
