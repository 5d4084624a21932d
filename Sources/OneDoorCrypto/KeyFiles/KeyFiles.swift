/// A private signing key and what its file name says.
package struct KeyFile: Sendable {
  package let name: SigningKeyName
  package let key: PrivateKey

  package var purpose: KeyPurpose { name.purpose }
  package var algorithm: SignatureAlgorithm { name.algorithm }
  package var activation: KeyTime { name.activation }
}

/// The public part of a key that signs no more but whose tokens still live.
package struct RetiredKeyFile: Sendable {
  package let name: SigningKeyName
  package let key: PublicKey

  package var purpose: KeyPurpose { name.purpose }
}

/// All keys of the provider, each read, checked and told apart from the others.
package struct KeyFiles: Sendable {
  /// Makes every `sub`. It never changes.
  package let pairwise: [UInt8]
  /// From it come the keys of sealed values.
  package let seal: [UInt8]
  /// Encrypt columns of personal data, by their numbers; the highest encrypts, all decrypt.
  package let data: [UInt8: [UInt8]]
  /// In the order of activation, as are the two below.
  package let token: [KeyFile]
  package let revocation: [KeyFile]
  package let retired: [RetiredKeyFile]

  package func keys(for purpose: KeyPurpose) -> [KeyFile] {
    switch purpose {
    case .token: token
    case .revocation: revocation
    }
  }

  /// The one that signs: of those activated by now the newest. Nil while all are of the future.
  package func signing(_ purpose: KeyPurpose, _ algorithm: SignatureAlgorithm, at now: Int64) -> KeyFile? {
    keys(for: purpose).last { $0.algorithm == algorithm && $0.activation.seconds <= now }
  }

  /// All whose signatures may be about: before, while and after they sign.
  package func verifying(_ purpose: KeyPurpose) -> [PublicKey] {
    keys(for: purpose).map(\.key.publicKey) + retired.filter { $0.purpose == purpose }.map(\.key)
  }
}

extension KeyFiles: CustomStringConvertible, CustomReflectable {
  package var description: String { "KeyFiles(redacted)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
