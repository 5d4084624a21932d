package import OneDoorRules

extension MemoryStore {
  package func redeem(
    _ code: CodeID, of handle: ParticipationHandle, by department: Department, family: NewFamily?, until: UnixTime,
    at now: UnixTime, reuse: EndOrder
  ) async throws(StoreError) -> Redemption {
    try run { (state) throws(StoreError) in
      guard state.codes[code] == nil else {
        _ = state.end(reuse)
        return .alreadyUsed
      }
      guard let stored = state.departments[department.id], stored.isEnabled else { return .gone }
      guard let participation = state.liveParticipation(handle), participation.department == department.id,
        let facts = state.facts(participation), facts.person.isEnabled, now < facts.session.expiresAt
      else { return .gone }
      guard stored.version == department.version else { throw .stale }
      state.codes[code] = until
      if let family { state.begin(family, under: participation.id, at: now) }
      return .redeemed(facts)
    }
  }

  package func burn(_ code: CodeID, until: UnixTime, reuse: EndOrder) async throws(StoreError) {
    try run { (state) throws(StoreError) in
      if state.codes[code] == nil {
        state.codes[code] = until
      } else {
        _ = state.end(reuse)
      }
    }
  }

  package func remember(assertion key: [UInt8], until: UnixTime) async throws(StoreError) -> Bool {
    try run { (state) throws(StoreError) in
      guard state.assertions[key] == nil else { return false }
      state.assertions[key] = until
      return true
    }
  }
}

extension MemoryStore {
  package func family(_ id: FamilyID) async throws(StoreError) -> FamilyFacts? {
    try run { (state) throws(StoreError) in
      guard let family = state.families[id], let stored = state.participations[family.participationID],
        !state.isCut(stored), let facts = state.facts(stored.row)
      else { return nil }
      return FamilyFacts(family: family, facts: facts)
    }
  }

  package func rotate(_ facts: FamilyFacts, department: Department, at now: UnixTime) async throws(StoreError) {
    try run { (state) throws(StoreError) in
      let known = try state.live(facts, at: department, now)
      guard known.family.counter == facts.family.counter, known.family.counter < .max else { throw .stale }
      state.families[known.family.id]?.counter += 1
      state.families[known.family.id]?.rotatedAt = now
      state.families[known.family.id]?.lastActive = now
      state.noteActivity(of: known.facts.session.id, at: now)
    }
  }

  package func touch(_ facts: FamilyFacts, department: Department, at now: UnixTime) async throws(StoreError) {
    guard facts.isActivityDue(at: now) else { return }
    try run { (state) throws(StoreError) in
      let known = try state.live(facts, at: department, now)
      guard known.isActivityDue(at: now) else { return }
      state.families[known.family.id]?.lastActive = now
      state.noteActivity(of: known.facts.session.id, at: now)
    }
  }
}
