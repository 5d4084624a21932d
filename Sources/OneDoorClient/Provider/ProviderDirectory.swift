import Logging
import NIOHTTP1
import OneDoorJOSE
import OneDoorMessages
import Synchronization

/// Fetches and keeps metadata and keys. Readers take what is there without waiting; one fetch runs at a time.
final class ProviderDirectory: Sendable {
  private let issuer: WebAddress
  private let transport: Transport
  private let clocks: Clocks
  private let logger: Logger
  private let state = Mutex(State())

  private struct State {
    var snapshot: ProviderSnapshot?
    var fetch: Task<Result<ProviderSnapshot, OneDoorError>, Never>?
    var lastFetchForUnknownKey: ContinuousClock.Instant?
  }

  /// An unknown `kid` costs a stranger nothing to write, so it may make us ask once a minute.
  static let unknownKeyInterval: Duration = .seconds(60)

  init(issuer: WebAddress, transport: Transport, clocks: Clocks, logger: Logger) {
    self.issuer = issuer
    self.transport = transport
    self.clocks = clocks
    self.logger = logger
  }

  var snapshot: ProviderSnapshot? { state.withLock { $0.snapshot } }
  /// Apart from the metadata, whose dozen strings a check of a token has no use for.
  var keys: KeyRing? { state.withLock { $0.snapshot?.keys } }

  /// What is known, or what the first fetch brings.
  func known() async throws(OneDoorError) -> ProviderSnapshot {
    if let snapshot { return snapshot }
    return try await fetch()
  }

  @discardableResult
  func fetch() async throws(OneDoorError) -> ProviderSnapshot {
    let task = state.withLock { state in
      if let fetch = state.fetch { return fetch }
      let fetch = Task { await self.load() }
      state.fetch = fetch
      return fetch
    }
    return try await task.value.get()
  }

  /// A token names a key that we do not have: perhaps the provider has a new one.
  func fetchForUnknownKey() {
    let now = clocks.monotonic()
    let isDue = state.withLock { state in
      if let last = state.lastFetchForUnknownKey, now - last < ProviderDirectory.unknownKeyInterval { return false }
      state.lastFetchForUnknownKey = now
      return true
    }
    guard isDue else { return }
    Task { _ = try? await self.fetch() }
  }

  /// The same, for those who can wait for the answer.
  func awaitFetchForUnknownKey() async {
    fetchForUnknownKey()
    if let running = state.withLock({ $0.fetch }) { _ = await running.value }
  }

  /// Until cancelled: keeps what is known fresh.
  func keepFresh() async {
    var delay = ReconnectDelay()
    while !Task.isCancelled {
      let pause: Duration
      do throws(OneDoorError) {
        pause = try await fetch().life
        delay.reset()
      } catch {
        pause = delay.next()
        logger.warning("The provider's metadata and keys were not fetched", metadata: ["error": "\(error)"])
      }
      try? await Task.sleep(for: pause)
    }
  }

  private func load() async -> Result<ProviderSnapshot, OneDoorError> {
    let result: Result<ProviderSnapshot, OneDoorError>
    do throws(OneDoorError) {
      result = .success(try await loadSnapshot())
    } catch {
      result = .failure(error)
    }
    state.withLock { state in
      state.fetch = nil
      if case .success(let snapshot) = result { state.snapshot = snapshot }
    }
    return result
  }

  private func loadSnapshot() async throws(OneDoorError) -> ProviderSnapshot {
    let base = issuer.text.hasSuffix("/") ? String(issuer.text.dropLast()) : issuer.text
    let document = try await document(base + EndpointPath.openidConfiguration.rawValue)
    let metadata = try ProviderSnapshot.checkedMetadata(document.body, issuer: issuer)
    let set = try await self.document(metadata.jwksURI)
    do throws(JWKError) {
      let keys = KeyRing(try JWKSet.parse(set.body))
      return ProviderSnapshot(
        metadata: metadata, keys: keys,
        life: ProviderSnapshot.life(cacheControl: set.headers["cache-control"]))
    } catch {
      throw OneDoorError(.discovery, "\(error)")
    }
  }

  private func document(_ address: String) async throws(OneDoorError) -> Transport.Answer {
    let answer = try await transport.get(address)
    guard answer.status == 200 else { throw OneDoorError(.unavailable, "\(address) answered \(answer.status)") }
    return answer
  }
}
