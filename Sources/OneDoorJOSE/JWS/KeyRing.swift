import OneDoorCrypto

/// The public keys somebody signs with: an immutable value, swapped whole when the keys change.
package struct KeyRing: Sendable {
  package let keys: [JWK]

  /// Without `kid` every key of the algorithm is tried, which a stranger can ask for: this many at most.
  private static let maximumTries = 8

  package init(_ keys: [JWK]) { self.keys = keys }

  /// The keys that may have signed a token with this header: those of this `kid`; where none has it, those that have
  /// none; without a `kid` all. Always those alone whose own algorithm the header names.
  package func key(kid: String?, alg: String) -> [JWK] {
    candidates(kid: kid).filter { $0.alg.rawValue.hasSameBytes(as: alg) }
  }

  /// A token of this `typ`, signed by one of these keys.
  package func verify(_ jws: UnverifiedJWS, type: String) throws(JWSError) -> VerifiedJWS {
    guard jws.header.isType(type) else { throw .type }
    return try verifySignature(jws)
  }

  /// For tokens of which older software writes no `typ` (client assertions): none, or one of these.
  package func verify(_ jws: UnverifiedJWS, untypedOr types: [String]) throws(JWSError) -> VerifiedJWS {
    guard jws.header.typ == nil || types.contains(where: jws.header.isType) else { throw .type }
    return try verifySignature(jws)
  }

  private func candidates(kid: String?) -> [JWK] {
    guard let kid else { return keys }
    let named = keys.filter { $0.kid?.hasSameBytes(as: kid) == true }
    return named.isEmpty ? keys.filter { $0.kid == nil } : named
  }

  private func verifySignature(_ jws: UnverifiedJWS) throws(JWSError) -> VerifiedJWS {
    let candidates = candidates(kid: jws.header.kid)
    guard !candidates.isEmpty else { throw .unknownKey }
    var tries = 0
    for key in candidates where key.alg.rawValue.hasSameBytes(as: jws.header.alg) {
      guard tries < Self.maximumTries else { throw .unknownKey }
      tries += 1
      if key.publicKey.isValid(jws.signature, for: jws.signingInput) { return VerifiedJWS(verifiedBy: key, jws) }
    }
    throw tries == 0 ? .algorithm : .signature
  }
}
