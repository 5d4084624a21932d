import GRDB
import OneDoorSQL
import OneDoorStore
import Synchronization

/// The only writer. Units of work wait in an array; GRDB's serial queue takes up to 32 at a time, commits them together
/// and only then answers any of them.
final class GroupWriter: Sendable {
  static let largestGroup = 32

  private struct Waiting: Sendable {
    var units: [any WaitingUnit] = []
    var isDraining = false
    /// Why nothing is written any more: closed, or stopped for good.
    var refusal: StoreError?
  }

  private let queue: DatabaseQueue
  private let transaction: GroupTransaction
  private let waiting = Mutex(Waiting())

  init(
    _ queue: DatabaseQueue, _ connection: PreparedConnection,
    commit: @escaping @Sendable (PreparedConnection) -> EngineFailure?
  ) {
    self.queue = queue
    transaction = GroupTransaction(connection: connection, commit: commit)
  }

  func write<Value: Sendable>(
    _ guards: Guards, _ work: @escaping @Sendable (PreparedConnection) throws(StoreError) -> Value
  ) async throws(StoreError) -> Value {
    let outcome = await withCheckedContinuation { continuation in
      add(UnitOfWork(guards, work, continuation))
    }
    return try outcome.get()
  }

  private func add(_ unit: any WaitingUnit) {
    var refusal: StoreError?
    let begins = waiting.withLock { waiting in
      refusal = waiting.refusal
      guard refusal == nil else { return false }
      waiting.units.append(unit)
      defer { waiting.isDraining = true }
      return !waiting.isDraining
    }
    if let refusal { unit.fail(refusal) }
    if begins { drain() }
  }

  /// A few groups at a time: under load the queue would never come to what runs between groups.
  private func drain() {
    queue.asyncWriteWithoutTransaction { [self] _ in
      for _ in 0..<8 {
        guard let group = nextGroup() else { return }
        commit(group)
      }
      drain()
    }
  }

  private func nextGroup() -> [any WaitingUnit]? {
    waiting.withLock { waiting in
      guard !waiting.units.isEmpty else {
        waiting.isDraining = false
        return nil
      }
      let group = Array(waiting.units.prefix(GroupWriter.largestGroup))
      waiting.units.removeFirst(group.count)
      return group
    }
  }

  private func commit(_ group: [any WaitingUnit]) {
    switch transaction.attempt(group) {
    case .committed: for unit in group { unit.answer() }
    case .failed(let failure): fail(group, failure)
    case .apart(let failure):
      guard group.count > 1 else {
        // By its own rule, after it had written: all of it was taken back, and the caller hears why.
        if let failure { fail(group, failure) } else { for unit in group { unit.answer() } }
        return
      }
      for unit in group { commit([unit]) }
    }
  }

  private func fail(_ group: [any WaitingUnit], _ failure: EngineFailure) {
    if failure.stopsWriting { stop(failure) }
    for unit in group { unit.fail(failure.storeError) }
  }

  /// Writing ends for good; what waits is refused. Reading goes on.
  func stop(_ failure: EngineFailure) {
    refuse(.unavailable("storage has stopped writing until a restart, after SQLite \(failure.code): \(failure.words)"))
  }

  func refuse(_ refusal: StoreError) {
    let rest = waiting.withLock { waiting in
      waiting.refusal = waiting.refusal ?? refusal
      defer { waiting.units = [] }
      return waiting.units
    }
    for unit in rest { unit.fail(refusal) }
  }

  /// Runs something on the connection between two groups.
  func betweenGroups<Value>(
    _ work: (PreparedConnection) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    let outcome = queue.writeWithoutTransaction { _ in
      Result { () throws(StoreError) in try work(transaction.connection) }
    }
    return try outcome.get()
  }

  func betweenGroups<Value>(_ work: (PreparedConnection) -> Value) -> Value {
    queue.writeWithoutTransaction { _ in work(transaction.connection) }
  }

  /// Lets no more in, and waits for the groups that are under way.
  func close() throws {
    waiting.withLock { $0.refusal = $0.refusal ?? .unavailable("storage is shutting down") }
    betweenGroups { $0.finalizeStatements() }
    try queue.close()
  }
}
