import OneDoorRules

extension MemoryState {
  /// A row that goes takes the rows under it along; each counts.
  mutating func sweep(at now: UnixTime, idle: Seconds, limit: Int) -> Int {
    var gone = 0
    for (id, session) in sessions where gone < limit && (isCut(session) || !session.row.isLive(at: now, idle: idle)) {
      gone += 1 + participations.values.count { $0.row.sessionID == id }
      remove(id)
    }
    for (id, participation) in participations where gone < limit && isCut(participation) {
      remove(id)
      gone += 1
    }
    for (id, until) in codes where gone < limit && until <= now {
      codes[id] = nil
      gone += 1
    }
    for (key, until) in assertions where gone < limit && until <= now {
      assertions[key] = nil
      gone += 1
    }
    let old = ended.filter { $0.until <= now }.prefix(max(0, limit - gone))
    ended.removeAll { old.contains($0) }
    gone += old.count
    for (epoch, until) in events where gone < limit && until <= now {
      events[epoch] = nil
      gone += 1
    }
    // A cut-off goes only after the last row that it ended.
    if gone == 0 {
      let passed = cutOffs.filter { $0.until <= now }.prefix(limit)
      cutOffs.removeAll { passed.contains($0) }
      gone += passed.count
    }
    return gone
  }
}
