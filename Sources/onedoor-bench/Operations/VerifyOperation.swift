import Dispatch
import OneDoorClient
import Synchronization

/// `verify(accessToken:)` as a department calls it, with the provider's keys and a token of the provider's.
struct VerifyOperation {
  static let limit: Limit = [.verification: 1]
  static let aim = 1.15

  private let client: OneDoor
  private let token: String

  init(_ provider: BenchProvider, _ load: Load) throws {
    try SignedIn.hop(provider, load)
    guard let citizen = provider.citizens.first else { throw BenchFailure("there is nobody") }
    token = citizen.accessToken
    client = try OneDoor(
      OneDoorConfiguration(
        issuer: provider.issuer, clientID: citizen.department.id, credentials: .secret(citizen.department.secret)))
    try VerifyOperation.prepare(client)
    _ = try client.verify(accessToken: token)
  }

  /// This thread holds its core and waits on it.
  private static func prepare(_ client: OneDoor) throws {
    let outcome = Outcome()
    Task {
      do { try await client.prepare() } catch { outcome.failure.withLock { $0 = error } }
      outcome.done.signal()
    }
    outcome.done.wait()
    if let error = outcome.failure.withLock({ $0 }) { throw error }
  }

  private final class Outcome: Sendable {
    let done = DispatchSemaphore(value: 0)
    let failure = Mutex<(any Error)?>(nil)
  }

  func microseconds(seconds: Double) throws -> Double {
    try Repetition.microseconds(seconds: seconds, batch: 64) { _ = try client.verify(accessToken: token) }
  }
}
