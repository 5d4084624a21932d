import OneDoorCrypto
import OneDoorJOSE
import OneDoorRules
import Synchronization

/// Holds the current keys and what follows from them; a rotation swaps the whole snapshot.
final class KeyCustody: Sendable {
  struct Snapshot: Sendable {
    let token: [ProviderKeys.Dated]
    let revocation: [ProviderKeys.Dated]
    /// What a token of ours may be signed with.
    let tokenRing: KeyRing
    let jwks: [UInt8]

    init(_ keys: ProviderKeys) {
      // Newest first: the first one that is active signs.
      token = keys.token.sorted { $0.activates > $1.activates }
      revocation = keys.revocation.sorted { $0.activates > $1.activates }
      tokenRing = KeyRing(token.map(\.key.jwk) + keys.publicOnly)
      jwks = JWKSet.serialized(token.map(\.key.jwk) + revocation.map(\.key.jwk) + keys.publicOnly)
    }
  }

  private let current: Mutex<Snapshot>

  init(_ keys: ProviderKeys) { current = Mutex(Snapshot(keys)) }

  func replace(_ keys: ProviderKeys) {
    let snapshot = Snapshot(keys)
    current.withLock { $0 = snapshot }
  }

  var snapshot: Snapshot { current.withLock { $0 } }

  func tokenSigner(_ algorithm: SignatureAlgorithm, at now: UnixTime) throws(EndpointFault) -> SigningKey {
    let active = snapshot.token.first { $0.key.algorithm == algorithm && $0.activates <= now }
    guard let active else { throw .keyMissing(algorithm.rawValue) }
    return active.key
  }

  func revocationSigner(at now: UnixTime) throws(EndpointFault) -> SigningKey {
    guard let active = snapshot.revocation.first(where: { $0.activates <= now }) else {
      throw .keyMissing("revocation")
    }
    return active.key
  }
}
