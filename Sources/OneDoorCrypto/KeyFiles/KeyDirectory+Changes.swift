extension KeyDirectory {
  /// Makes what is missing, and the directory; the first signing key of a kind signs at once. Answers the names of the
  /// new files. A second run makes nothing.
  package func generateMissing(now: Int64) throws(KeyFileError) -> [String] {
    try KeyFileAccess.makePrivateDirectory(path)
    let found = try read()
    var created: [String] = []
    for name in [KeyFileName.pairwise, .seal] where found.secrets[name] == nil {
      created.append(try makeSecret(name))
    }
    if found.data.isEmpty { created.append(try makeSecret(.data(1))) }
    for purpose in KeyPurpose.allCases {
      for algorithm in purpose.algorithms where !found.has(purpose, algorithm) {
        created.append(try makeSigningKey(purpose, algorithm, activates: now))
      }
    }
    return created
  }

  /// A new signing key that takes over at `activates`. Departments keep a key set for up to a day, so that it has to be
  /// published longer before that; the caller chooses how long.
  package func rotate(
    _ purpose: KeyPurpose, _ algorithm: SignatureAlgorithm, activates: Int64
  ) throws(KeyFileError) -> String {
    try KeyFileAccess.checkDirectory(path)
    return try makeSigningKey(purpose, algorithm, activates: activates)
  }

  /// A new data key with the next number, which encrypts from the next start on.
  package func addDataKey() throws(KeyFileError) -> String {
    let highest = try read().data.keys.max() ?? 0
    guard highest < .max else { throw .full(path: path) }
    return try makeSecret(.data(highest + 1))
  }

  /// Of every key whose successor took over before `time` only the public part stays. Answers the names of the private
  /// files that are gone.
  package func retire(before time: Int64) throws(KeyFileError) -> [String] {
    let found = try read()
    var gone: [String] = []
    for file in found.signing where found.isSucceeded(file.name, before: time) {
      let publicPart = KeyFileName.retired(file.name).text
      let privatePart = KeyFileName.signing(file.name).text
      let pem = try pem(publicPart) { () throws(CryptoError) in try file.key.publicKey.pem() }
      do throws(KeyFileError) {
        try KeyFileAccess.write(pem, to: publicPart, in: path)
      } catch .exists {
        // An earlier run ended between the two steps; `read` has found this to be the same key.
      }
      try KeyFileAccess.remove(privatePart, in: path)
      gone.append(privatePart)
    }
    return gone
  }

  /// Removes public parts whose successor took over before `time`: nothing they signed lives any more.
  package func forget(before time: Int64) throws(KeyFileError) -> [String] {
    let found = try read()
    var gone: [String] = []
    for file in found.retired where found.isSucceeded(file.name, before: time) {
      let name = KeyFileName.retired(file.name).text
      try KeyFileAccess.remove(name, in: path)
      gone.append(name)
    }
    return gone
  }

  private func makeSecret(_ name: KeyFileName) throws(KeyFileError) -> String {
    let secret: [UInt8]
    do throws(CryptoError) { secret = try SecureRandom.bytes(FoundKeys.secretByteCount) } catch {
      throw .crypto(path: "\(path)/\(name.text)", error)
    }
    try KeyFileAccess.write(Base64URLText.encode(secret) + [UInt8(ascii: "\n")], to: name.text, in: path)
    return name.text
  }

  private func makeSigningKey(
    _ purpose: KeyPurpose, _ algorithm: SignatureAlgorithm, activates: Int64
  ) throws(KeyFileError) -> String {
    guard purpose.algorithms.contains(algorithm), let activation = KeyTime(seconds: activates) else {
      throw .badName(path: "\(path)/\(purpose.rawValue)-\(algorithm.rawValue)-\(activates).pem")
    }
    let signingName = SigningKeyName(purpose: purpose, algorithm: algorithm, activation: activation)
    let name = KeyFileName.signing(signingName).text
    let pem = try pem(name) { () throws(CryptoError) in try PrivateKey.generate(algorithm).pem() }
    try KeyFileAccess.write(pem, to: name, in: path)
    return name
  }

  private func pem(
    _ name: String, _ make: () throws(CryptoError) -> [UInt8]
  ) throws(KeyFileError) -> [UInt8] {
    do throws(CryptoError) { return try make() } catch { throw .crypto(path: "\(path)/\(name)", error) }
  }
}

extension FoundKeys {
  /// Whether a later key of the same kind was active before `time`.
  fileprivate func isSucceeded(_ name: SigningKeyName, before time: Int64) -> Bool {
    (signing.map(\.name) + retired.map(\.name)).contains {
      $0.purpose == name.purpose && $0.algorithm == name.algorithm && $0.activation > name.activation
        && $0.activation.seconds < time
    }
  }
}
