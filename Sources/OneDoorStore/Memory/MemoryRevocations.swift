import OneDoorMessages
package import OneDoorRules

extension MemoryState {
  mutating func end(_ order: EndOrder) -> EndOutcome {
    switch order.scope {
    case .participation(let handle):
      guard let participation = liveParticipation(handle) else { return .nothing }
      let isOver = endable(at: order.at).allSatisfy { $0.id != participation.sessionID }
      remove(participation.id)
      return isOver ? .nothing : raise(order, ended: [participation])
    case .session(let id): return endSessions([id], order)
    case .departure(let id, let department):
      let hit = liveParticipations(of: id).filter { $0.department == department }
      guard !hit.isEmpty else { return .nothing }
      let isOver = endable(at: order.at).allSatisfy { $0.id != id }
      for participation in hit { remove(participation.id) }
      guard !isOver else { return .nothing }
      departures[id, default: []].insert(department)
      return raise(order, ended: hit)
    case .person(let id): return endSessions(sessions.values.filter { $0.row.personID == id }.map(\.row.id), order)
    case .others(let person, let kept):
      return endSessions(sessions.values.map(\.row).filter { $0.personID == person && $0.id != kept }.map(\.id), order)
    case .department(let id):
      guard departments[id] != nil else { return .nothing }
      return cutOff(id, order)
    case .everything: return cutOff(nil, order)
    case .token(let jti, let department, let expires):
      guard departments[department] != nil, !isRevoked(jti: jti, department: department) else { return .nothing }
      let outcome = raise(order, ended: [])
      ended.append(
        EndedEntry(
          epoch: epoch, department: department, handle: .jti(jti), until: expires + Policy.clockSkew))
      return outcome
    }
  }

  private mutating func endSessions(_ ids: [SessionID], _ order: EndOrder) -> EndOutcome {
    let hit = endable(at: order.at).map(\.id).filter(ids.contains)
    let participations = hit.sorted { $0.number < $1.number }.flatMap { liveParticipations(of: $0) }
    for id in ids { remove(id) }
    return hit.isEmpty ? .nothing : raise(order, ended: participations)
  }

  private mutating func raise(_ order: EndOrder, ended participations: [Participation]) -> EndOutcome {
    epoch += 1
    events[epoch] = order.rememberUntil
    for participation in participations {
      ended.append(
        EndedEntry(
          epoch: epoch, department: participation.department, handle: .sid(participation.handle.sid),
          until: order.rememberUntil))
    }
    return EndOutcome(epoch: epoch, endedParticipations: participations.count)
  }

  private mutating func cutOff(_ department: DepartmentID?, _ order: EndOrder) -> EndOutcome {
    let hit = endable(at: order.at).flatMap { liveParticipations(of: $0.id) }
      .filter { department == nil || $0.department == department }
    let outcome = raise(order, ended: [])
    cutOffs.append(
      CutOffEntry(
        epoch: epoch, department: department, issuedBefore: order.issuedBefore, until: order.rememberUntil))
    return EndOutcome(epoch: outcome.epoch, endedParticipations: hit.count)
  }

  func isRevoked(jti: String, department: DepartmentID) -> Bool {
    ended.contains {
      guard case .jti(let ended) = $0.handle else { return false }
      return $0.department == department && ended.utf8.elementsEqual(jti.utf8)
    }
  }
}

extension MemoryStore {
  package func end(_ order: EndOrder) async throws(StoreError) -> EndOutcome {
    try run { (state) throws(StoreError) in state.end(order) }
  }

  package func preview(
    _ scope: EndScope, at now: UnixTime
  ) async throws(StoreError) -> [SessionSummary] {
    try run { (state) throws(StoreError) in
      state.endable(at: now).compactMap { session -> SessionSummary? in
        let all = state.liveParticipations(of: session.id)
        switch scope {
        case .participation(let handle):
          let hit = all.filter { $0.handle == handle }
          return hit.isEmpty ? nil : state.summary(session, hit)
        case .department(let id):
          let hit = all.filter { $0.department == id }
          return hit.isEmpty ? nil : state.summary(session, hit)
        case .session(let id): return session.id == id ? state.summary(session, all) : nil
        case .departure(let id, let department):
          let hit = all.filter { session.id == id && $0.department == department }
          return hit.isEmpty ? nil : state.summary(session, hit)
        case .person(let id): return session.personID == id ? state.summary(session, all) : nil
        case .others(let person, let kept):
          return session.personID == person && session.id != kept ? state.summary(session, all) : nil
        case .everything: return state.summary(session, all)
        case .token: return nil
        }
      }
    }
  }

  package func epoch() async throws(StoreError) -> Int64 { try run { (state) throws(StoreError) in state.epoch } }

  package func log(after epoch: Int64, limit: Int) async throws(StoreError) -> RevocationLog {
    try run { (state) throws(StoreError) in
      let later = state.ended.filter { $0.epoch > epoch }
      var upTo = max(state.epoch, 0)
      if later.count > limit, let first = later.first {
        // The event that crosses the limit is left for the next call, unless it is the only one.
        let crossing = later[limit].epoch
        upTo = crossing == first.epoch ? crossing : crossing - 1
      }
      return RevocationLog(
        incarnation: state.incarnation, epoch: upTo, ended: later.filter { $0.epoch <= upTo },
        cutOffs: state.cutOffs.filter { $0.epoch > epoch && $0.epoch <= upTo })
    }
  }

  package func isRevoked(jti: String, department: DepartmentID) async throws(StoreError) -> Bool {
    try run { (state) throws(StoreError) in state.isRevoked(jti: jti, department: department) }
  }
}
