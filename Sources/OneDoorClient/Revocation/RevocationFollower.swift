import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1
import OneDoorMessages
import Synchronization

/// Follows the provider's feed for as long as the process lives: a stream of signed messages, a snapshot where the chain
/// has a gap or the stream does not come through, and a pause that grows between attempts.
struct RevocationFollower: Sendable {
  let directory: ProviderDirectory
  let tokens: TokenEndpointClient
  let transport: Transport
  let reader: RevocationReader
  let clocks: Clocks
  let logger: Logger

  private enum Failure: Error { case noFeed, answered(Int), silent }

  func run() async {
    var delay = ReconnectDelay()
    var access = FeedAccess()
    while !Task.isCancelled {
      do {
        try await follow(&access) { delay.reset() }
      } catch {
        if Task.isCancelled { return }
        logger.notice("The revocation stream broke off", metadata: ["error": "\(error)"])
        access = FeedAccess()
        await applySnapshot(&access)
      }
      try? await Task.sleep(for: delay.next())
    }
  }

  private func follow(_ access: inout FeedAccess, heard: () -> Void) async throws {
    guard let address = try await directory.known().metadata.revocationStream else { throw Failure.noFeed }
    let response = try await transport.stream(address, authorization: try await authorization(&access))
    guard response.status == .ok else { throw Failure.answered(Int(response.status.code)) }
    var parser = EventStreamParser(maximumByteCount: Transport.maximumSnapshotByteCount)
    for try await chunk in response.body {
      for event in try parser.push(chunk.readableBytesView) where event.name == "revocation" {
        switch await reader.apply(event.data) {
        case .applied: heard()
        case .gap: await applySnapshot(&access)
        case .known, .foreign, nil: break
        }
      }
    }
  }

  private func applySnapshot(_ access: inout FeedAccess) async {
    do {
      guard let address = try await directory.known().metadata.revocationSnapshot else { return }
      let answer = try await transport.get(
        address, accept: "application/jwt", authorization: try await authorization(&access),
        maximumByteCount: Transport.maximumSnapshotByteCount)
      guard answer.status == 200 else { throw Failure.answered(answer.status) }
      _ = await reader.apply(answer.body)
    } catch {
      logger.notice("No revocation snapshot", metadata: ["error": "\(error)"])
    }
  }

  /// A token of the department's own, kept until shortly before it ends.
  private func authorization(_ access: inout FeedAccess) async throws(OneDoorError) -> String {
    let now = clocks.monotonic()
    if let token = access.token, now < access.renewal ?? now { return "Bearer \(token)" }
    let response = try await tokens.tokens([
      ("grant_type", GrantType.clientCredentials.rawValue), ("scope", Scope.revocation.rawValue),
    ])
    access.token = response.accessToken
    access.renewal = now + .seconds(max(0, min(response.expiresIn, 3600) - 30))
    return "Bearer \(response.accessToken)"
  }
}

private struct FeedAccess {
  var token: String?
  var renewal: ContinuousClock.Instant?
}
