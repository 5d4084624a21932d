package import OneDoorMessages
package import OneDoorRules

/// What has ended, by department and in the order of the events, and where each department's stream stands.
package struct FeedState {
  let incarnation: String
  private(set) var epoch: Int64 = 0
  private(set) var ended: [DepartmentID: [EndedEntry]] = [:]
  private(set) var cutOffs: [CutOffEntry] = []
  /// Who may call each department. It only grows: tokens from before a permission was taken back may be about.
  private var callers: [DepartmentID: Set<DepartmentID>] = [:]
  var channels: [DepartmentID: FeedChannel] = [:]
  /// Counts the subscribers of all channels: a number that came again could take another subscriber away.
  var lastSubscriber = 0
  private var prunedAt = UnixTime(0)

  package init(incarnation: String) { self.incarnation = incarnation }

  package mutating func apply(_ log: RevocationLog, at now: UnixTime) {
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

  /// A token that one department uses at another is told of to both when it ends.
  mutating func learn(_ departments: [Department]) {
    for department in departments {
      for called in department.mayCall { callers[called, default: []].insert(department.id) }
    }
  }

  /// What concerns a department after one epoch, still worth telling.
  func message(
    to department: DepartmentID, after: Int64, issuer: String, at now: UnixTime
  ) -> RevocationMessage {
    // Entries stand in the order of their epochs, so that news is a short walk from the end.
    let callers = callers[department] ?? []
    let news = ([department] + callers).flatMap { id in
      (ended[id] ?? []).reversed().prefix { $0.epoch > after }.reversed().filter { $0.until > now }
    }
    let cuts = cutOffs.filter { $0.epoch > after && $0.until > now }.compactMap { entry in
      if entry.concerns(department) { return RevocationMessage.CutOff(entry, of: nil) }
      guard let caller = entry.department, callers.contains(caller) else { return nil }
      return RevocationMessage.CutOff(entry, of: caller)
    }
    return RevocationMessage(
      issuer: issuer, audience: department.text, incarnation: incarnation, after: after, upto: epoch, time: now.seconds,
      ended: news.map { RevocationMessage.Ended(handle: $0.handle, until: $0.until.seconds) },
      cutOffs: cuts)
  }

  /// Adds a subscriber, who gets a snapshot of where the department's stream stands. Everybody on a channel stands at one
  /// position: those already there are brought up to it first.
  ///
  /// Both frames are made before anything is sent: news that went out and were not noted would go out again.
  package mutating func subscribe(
    _ subscriber: AsyncStream<[UInt8]>.Continuation, to department: DepartmentID, issuer: String, at now: UnixTime,
    frame: (RevocationMessage) -> [UInt8]?
  ) -> (number: Int, dropped: [AsyncStream<[UInt8]>.Continuation])? {
    guard let snapshot = frame(message(to: department, after: 0, issuer: issuer, at: now)) else { return nil }
    var channel = channels[department] ?? FeedChannel(position: epoch)
    var dropped: [FeedChannel.Subscriber] = []
    if channel.position != epoch {
      guard let news = frame(message(to: department, after: channel.position, issuer: issuer, at: now)) else {
        return nil
      }
      dropped = channel.send(news)
      channel.position = epoch
    }
    subscriber.yield(snapshot)
    lastSubscriber += 1
    channel.subscribers[lastSubscriber] = subscriber
    channels[department] = channel
    return (lastSubscriber, dropped)
  }

  /// Takes channels away and hands back who was on them, to be told once the lock is left.
  mutating func remove(_ departments: some Sequence<DepartmentID>) -> [FeedChannel.Subscriber] {
    departments.flatMap { channels.removeValue(forKey: $0)?.subscribers.values.map { $0 } ?? [] }
  }

  mutating func removeAll() -> [FeedChannel.Subscriber] { remove(Array(channels.keys)) }
}

/// One department's stream: the position that every subscriber has reached, and the subscribers.
struct FeedChannel {
  typealias Subscriber = AsyncStream<[UInt8]>.Continuation

  var position: Int64
  var subscribers: [Int: Subscriber] = [:]

  /// Hands the same bytes to everybody. Who has fallen a whole buffer behind is let go: it comes back for a snapshot, and
  /// costs no memory until then. Whoever is let go is handed back: its end takes the feed's lock, which the caller holds.
  mutating func send(_ frame: [UInt8]) -> [Subscriber] {
    var dropped: [Subscriber] = []
    for (number, subscriber) in subscribers {
      guard case .enqueued = subscriber.yield(frame) else {
        dropped.append(subscriber)
        subscribers[number] = nil
        continue
      }
    }
    return dropped
  }
}

extension RevocationMessage.CutOff {
  /// `caller`: of a department that calls, whose own tokens alone are meant.
  fileprivate init(_ entry: CutOffEntry, of caller: DepartmentID?) {
    self.init(issuedBefore: entry.issuedBefore.seconds, until: entry.until.seconds, clientID: caller?.text)
  }
}

extension [FeedChannel.Subscriber] {
  func finish() { for subscriber in self { subscriber.finish() } }
}
