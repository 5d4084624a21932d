import OneDoorMessages
import OneDoorRules

/// What has ended, by department and in the order of the events, and where each department's stream stands.
struct FeedState {
  let incarnation: String
  private(set) var epoch: Int64 = 0
  private(set) var ended: [DepartmentID: [EndedEntry]] = [:]
  private(set) var cutOffs: [CutOffEntry] = []
  var channels: [DepartmentID: FeedChannel] = [:]
  private var prunedAt = UnixTime(0)

  init(incarnation: String) { self.incarnation = incarnation }

  mutating func apply(_ log: RevocationLog, at now: UnixTime) {
    for entry in log.ended { ended[entry.department, default: []].append(entry) }
    cutOffs.append(contentsOf: log.cutOffs)
    epoch = log.epoch
    if now >= prunedAt + 60 { prune(at: now) }
  }

  private mutating func prune(at now: UnixTime) {
    prunedAt = now
    ended = ended.compactMapValues { entries in
      let kept = entries.filter { $0.until > now }
      return kept.isEmpty ? nil : kept
    }
    cutOffs.removeAll { $0.until <= now }
  }

  /// What concerns a department after one epoch, still worth telling.
  func message(
    to department: DepartmentID, after: Int64, issuer: String, at now: UnixTime
  ) -> RevocationMessage {
    // Entries stand in the order of their epochs, so that news is a short walk from the end.
    let news = (ended[department] ?? []).reversed().prefix { $0.epoch > after }.reversed().filter { $0.until > now }
    let cuts = cutOffs.filter { $0.epoch > after && $0.concerns(department) && $0.until > now }
    return RevocationMessage(
      issuer: issuer, audience: department.text, incarnation: incarnation, after: after, upto: epoch, time: now.seconds,
      ended: news.map { RevocationMessage.Ended(handle: $0.handle, until: $0.until.seconds) },
      cutOffs: cuts.map { RevocationMessage.CutOff(issuedBefore: $0.issuedBefore.seconds, until: $0.until.seconds) })
  }

  mutating func closeAll() {
    for channel in channels.values { channel.close() }
    channels = [:]
  }
}

/// One department's stream: the position that every subscriber has reached, and the subscribers.
struct FeedChannel {
  var position: Int64
  var subscribers: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
  var nextNumber = 0

  func close() { for subscriber in subscribers.values { subscriber.finish() } }

  /// Hands the same bytes to everybody. Who has fallen a whole buffer behind is let go: it comes back for a snapshot, and
  /// costs no memory until then.
  mutating func send(_ frame: [UInt8]) {
    for (number, subscriber) in subscribers {
      guard case .enqueued = subscriber.yield(frame) else {
        subscriber.finish()
        subscribers[number] = nil
        continue
      }
    }
  }
}
