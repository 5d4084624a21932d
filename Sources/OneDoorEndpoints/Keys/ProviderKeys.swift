package import OneDoorJOSE
package import OneDoorRules

/// Every key the provider works with, as one immutable snapshot.
package struct ProviderKeys: Sendable {
  /// A signing key and the time from which it signs; it is published from the start, so that every department has fetched
  /// it before its first signature arrives.
  package struct Dated: Sendable {
    package let key: SigningKey
    package let activates: UnixTime

    package init(key: SigningKey, activates: UnixTime) {
      self.key = key
      self.activates = activates
    }
  }

  package let token: [Dated]
  package let revocation: [Dated]
  /// Retired keys whose tokens may still be about.
  package let publicOnly: [JWK]
  package let pairwise: [UInt8]
  package let seal: [UInt8]

  package init(token: [Dated], revocation: [Dated], publicOnly: [JWK], pairwise: [UInt8], seal: [UInt8]) {
    self.token = token
    self.revocation = revocation
    self.publicOnly = publicOnly
    self.pairwise = pairwise
    self.seal = seal
  }
}
