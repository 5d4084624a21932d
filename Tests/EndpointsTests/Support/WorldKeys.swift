import OneDoorCrypto
import OneDoorEndpoints
import OneDoorJOSE
import OneDoorRules

/// Keys of every world, made once: an RSA key of 3,072 bits takes longer than most tests.
struct WorldKeys: Sendable {
  let es256: SigningKey
  let rs256: SigningKey
  let revocation: SigningKey
  /// The key of the department `registry`.
  let registry: SigningKey
  let stranger: SigningKey
  let pairwise: [UInt8]
  let seal: [UInt8]

  private static let shared = Result { try WorldKeys() }

  static func made() throws -> WorldKeys { try shared.get() }

  private init() throws {
    es256 = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    rs256 = SigningKey(privateKey: try PrivateKey.generate(.RS256))
    revocation = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    registry = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    stranger = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    pairwise = try SecureRandom.bytes(32)
    seal = try SecureRandom.bytes(32)
  }

  func provider(token: [SigningKey]? = nil, publicOnly: [JWK] = []) -> ProviderKeys {
    ProviderKeys(
      token: (token ?? [es256, rs256]).map { ProviderKeys.Dated(key: $0, activates: UnixTime(0)) },
      revocation: [ProviderKeys.Dated(key: revocation, activates: UnixTime(0))], publicOnly: publicOnly,
      pairwise: pairwise, seal: seal)
  }
}
