import Logging
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Synchronization

/// The node's picture of what has ended, and the streams that carry it to the departments (DESIGN.md §7).
///
/// Events are read from the store in the order of their numbers, so that what two commits raised at once cannot be sent
/// the wrong way round. A message is signed once for a department, whatever the number of its instances.
package final class RevocationFeed: Sendable {
  enum Wake { case news, tick }

  let issuer: String
  let store: any Store
  let keys: KeyCustody
  let clock: @Sendable () -> UnixTime
  let logger: Logger
  let state: Mutex<FeedState>
  private let wakes: AsyncStream<Wake>
  private let waker: AsyncStream<Wake>.Continuation

  /// News of one department is gathered for this long: a flood of ends costs a few signatures a second, and one alone
  /// arrives long before the second is over.
  private static let gathering: Duration = .milliseconds(100)

  init(
    issuer: String, store: any Store, keys: KeyCustody, clock: @escaping @Sendable () -> UnixTime, logger: Logger
  ) async throws {
    self.issuer = issuer
    self.store = store
    self.keys = keys
    self.clock = clock
    self.logger = logger
    state = Mutex(FeedState(incarnation: try await store.incarnation()))
    (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(2))
    try await catchUp()
  }

  /// Something has ended and is committed.
  func signal() { waker.yield(.news) }

  func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { [waker] in
        while !Task.isCancelled {
          try? await Task.sleep(for: .seconds(1))
          waker.yield(.tick)
        }
      }
      for await wake in wakes {
        if Task.isCancelled { break }
        await handle(wake)
      }
      group.cancelAll()
    }
    state.withLock { $0.removeAll() }.finish()
  }

  private func handle(_ wake: Wake) async {
    do {
      try await catchUp()
    } catch {
      // A head promises that nothing newer is known: it is signed only after the store was read. Silence makes the
      // departments undecided, which is the truth.
      logger.warning("the revocation feed cannot read the store", metadata: ["error": "\(error)"])
      return
    }
    broadcast(withHeads: wake == .tick)
    if wake == .news { try? await Task.sleep(for: RevocationFeed.gathering) }
  }

  /// Reads every event that the store has and the feed has not.
  private func catchUp() async throws(StoreError) {
    while true {
      let known = state.withLock { $0.epoch }
      let log = try await store.log(after: known, limit: 1_000)
      let now = clock()
      state.withLock { $0.apply(log, at: now) }
      if log.epoch == known { return }
    }
  }

  /// Whether a cut-off refuses what a department was issued at this time.
  func isCutOff(issuedAt: UnixTime, department: DepartmentID) -> Bool {
    state.withLock { state in
      state.cutOffs.contains { $0.concerns(department) && issuedAt < $0.issuedBefore }
    }
  }

  func learn(_ departments: [Department]) { state.withLock { $0.learn(departments) } }

  /// Ends the streams of departments that are no longer enabled or whose secrets have changed.
  func close(_ departments: some Sequence<DepartmentID>) {
    state.withLock { $0.remove(departments) }.finish()
  }
}

extension CutOffEntry {
  func concerns(_ id: DepartmentID) -> Bool { department == nil || department == id }
}
