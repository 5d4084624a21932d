import OneDoorSQL
import OneDoorStore

/// A unit of work waiting for its group.
protocol WaitingUnit: AnyObject, Sendable {
  var guards: Guards { get }
  /// Runs it; the error is its own rule's or SQLite's. Its answer is kept until the group is committed.
  func run(on connection: PreparedConnection) -> StoreError?
  /// Gives the caller what `run` came to.
  func answer()
  func fail(_ error: StoreError)
}

/// Used by the writer's queue alone, after it was made: that is why it may call itself sendable.
final class UnitOfWork<Value: Sendable>: WaitingUnit, @unchecked Sendable {
  typealias Outcome = Result<Value, StoreError>

  let guards: Guards
  private let work: @Sendable (PreparedConnection) throws(StoreError) -> Value
  private let continuation: CheckedContinuation<Outcome, Never>
  private var outcome: Outcome = .failure(.unavailable("the unit of work did not run"))

  init(
    _ guards: Guards, _ work: @escaping @Sendable (PreparedConnection) throws(StoreError) -> Value,
    _ continuation: CheckedContinuation<Outcome, Never>
  ) {
    self.guards = guards
    self.work = work
    self.continuation = continuation
  }

  func run(on connection: PreparedConnection) -> StoreError? {
    do throws(StoreError) {
      outcome = .success(try work(connection))
      return nil
    } catch {
      outcome = .failure(error)
      return error
    }
  }

  func answer() { continuation.resume(returning: outcome) }
  func fail(_ error: StoreError) { continuation.resume(returning: .failure(error)) }
}
