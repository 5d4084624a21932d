import Logging
import OneDoorJOSE
import OneDoorMessages

/// From signed bytes to the set: nothing that the provider's key has not signed for this purpose is looked at.
struct RevocationReader: Sendable {
  let directory: ProviderDirectory
  let state: RevocationState
  let clocks: Clocks
  let logger: Logger

  /// Nil for what is dropped.
  func apply(_ compact: [UInt8]) async -> RevocationSet.Outcome? {
    do {
      let message = try await message(compact)
      let outcome = state.apply(message, now: clocks.unixTime(), at: clocks.monotonic())
      if outcome == .foreign { logger.warning("A revocation message for somebody else was dropped") }
      return outcome
    } catch {
      logger.warning("A revocation message was dropped", metadata: ["error": "\(error)"])
      return nil
    }
  }

  private func message(_ compact: [UInt8]) async throws -> RevocationMessage {
    let jws = try UnverifiedJWS(compact: compact, maximumByteCount: Transport.maximumSnapshotByteCount)
    let verified = try await verified(jws)
    let limits = JSONLimits(maximumBytes: Transport.maximumSnapshotByteCount, maximumDepth: 8)
    guard let claims = try JSON.parse(verified.payload, limits: limits).object else { throw JSONError.notAnObject }
    return try RevocationMessage(claims)
  }

  private func verified(_ jws: UnverifiedJWS) async throws -> VerifiedJWS {
    do throws(JWSError) {
      return try (try await keys()).verify(jws, type: TokenType.revocation)
    } catch .unknownKey {
      await directory.awaitFetchForUnknownKey()
      return try (try await keys()).verify(jws, type: TokenType.revocation)
    }
  }

  private func keys() async throws(JWSError) -> KeyRing {
    do throws(OneDoorError) { return try await directory.known().keys } catch { throw .unknownKey }
  }
}
