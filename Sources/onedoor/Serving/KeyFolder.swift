import OneDoorCrypto
import OneDoorEndpoints
import OneDoorJOSE
import OneDoorRules

/// The key files behind the admin verbs, the automatic rotation and the reload.
struct KeyFolder: KeyKeeping {
  let directory: KeyDirectory
  let clock: @Sendable () -> UnixTime
  /// A running provider takes the new keys at once.
  let changed: @Sendable (ProviderKeys) -> Void

  init(
    _ path: String, clock: @escaping @Sendable () -> UnixTime,
    changed: @escaping @Sendable (ProviderKeys) -> Void = { _ in }
  ) {
    directory = KeyDirectory(path)
    self.clock = clock
    self.changed = changed
  }

  func list() throws -> [KeyEntry] {
    let files = try Self.refusing { () throws(KeyFileError) in try directory.load() }
    let now = clock()
    let fixed = [
      KeyEntry(file: "pairwise.key", purpose: "pairwise", state: .fixed),
      KeyEntry(file: "seal.key", purpose: "seal", state: .fixed),
    ]
    let newest = files.data.keys.max()
    let data = files.data.keys.sorted().map {
      KeyEntry(file: "data-\($0).key", purpose: "data", state: $0 == newest ? .active : .retired)
    }
    let signing = KeyPurpose.allCases.flatMap { purpose in
      files.keys(for: purpose).map { file in
        let signs = files.signing(purpose, file.algorithm, at: now.seconds)?.name == file.name
        let isAhead = file.activation.seconds > now.seconds
        return entry(
          file.name, file.key.publicKey, suffix: ".pem", state: signs ? .active : isAhead ? .published : .retired)
      }
    }
    let retired = files.retired.map { entry($0.name, $0.key, suffix: ".pub.pem", state: .retired) }
    return fixed + data + signing + retired
  }

  func generate(at now: UnixTime) async throws -> [String] {
    let made = try Self.refusing { () throws(KeyFileError) in try directory.generateMissing(now: now.seconds) }
    if !made.isEmpty { try reload() }
    return made
  }

  func rotate(_ kind: KeyKind, activates: UnixTime) async throws -> [String] {
    let (purpose, algorithm) = Self.parts(kind)
    let made = try Self.refusing { () throws(KeyFileError) in
      try directory.rotate(purpose, algorithm, activates: activates.seconds)
    }
    try reload()
    return [made]
  }

  /// Reads every file again; an error leaves the keys that are in use in use.
  func reload() throws {
    changed(Self.providerKeys(try Self.refusing { () throws(KeyFileError) in try directory.load() }))
  }

  static func providerKeys(_ files: KeyFiles) -> ProviderKeys {
    func dated(_ keys: [KeyFile]) -> [ProviderKeys.Dated] {
      keys.map {
        ProviderKeys.Dated(key: SigningKey(privateKey: $0.key), activates: UnixTime($0.activation.seconds))
      }
    }
    return ProviderKeys(
      token: dated(files.token), revocation: dated(files.revocation), publicOnly: files.retired.map { jwk($0.key) },
      pairwise: files.pairwise, seal: files.seal)
  }

  static func parts(_ kind: KeyKind) -> (KeyPurpose, SignatureAlgorithm) {
    switch kind {
    case .tokenES256: (.token, .ES256)
    case .tokenRS256: (.token, .RS256)
    case .revocationES256: (.revocation, .ES256)
    }
  }

  private static func jwk(_ key: PublicKey) -> JWK {
    JWK(kid: JWK(kid: nil, publicKey: key).thumbprint, publicKey: key)
  }

  private func entry(_ name: SigningKeyName, _ key: PublicKey, suffix: String, state: KeyEntry.State) -> KeyEntry {
    KeyEntry(
      file: name.text + suffix, purpose: name.purpose.rawValue, algorithm: name.algorithm.rawValue,
      kid: Self.jwk(key).kid, activates: UnixTime(name.activation.seconds), state: state)
  }

  private static func refusing<Value>(_ body: () throws(KeyFileError) -> Value) throws(AdminRefusal) -> Value {
    do throws(KeyFileError) { return try body() } catch { throw .conflict("\(error)") }
  }
}
