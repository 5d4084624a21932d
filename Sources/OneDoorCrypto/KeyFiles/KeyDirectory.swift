/// The folder of the provider's private keys, one file each. It is read at start and on reload, and written only when
/// somebody asks for a key: a server never makes one by itself, for a key that is missing is most often a mistake.
package struct KeyDirectory: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Every key, or the first thing that is wrong.
  package func load() throws(KeyFileError) -> KeyFiles {
    let found = try read()
    guard let pairwise = found.secrets[.pairwise] else { throw missing(.pairwise) }
    guard let seal = found.secrets[.seal] else { throw missing(.seal) }
    guard !found.data.isEmpty else { throw missing(.data(1)) }
    for purpose in KeyPurpose.allCases {
      for algorithm in purpose.algorithms where !found.has(purpose, algorithm) {
        throw .missing(path: "\(path)/\(purpose.rawValue)-\(algorithm.rawValue)-<activation>.pem")
      }
    }
    return KeyFiles(
      pairwise: pairwise, seal: seal, data: found.data, token: found.signing.filter { $0.purpose == .token },
      revocation: found.signing.filter { $0.purpose == .revocation }, retired: found.retired)
  }

  /// Whatever is there, each file sound and none like another; what is missing is not looked for.
  func read() throws(KeyFileError) -> FoundKeys {
    try KeyFileAccess.checkDirectory(path)
    var found = FoundKeys()
    for text in try KeyFileAccess.names(in: path) {
      switch KeyFileName.read(text) {
      case .foreign: continue
      case .wrong: throw .badName(path: "\(path)/\(text)")
      case .ours(let name): try add(name, to: &found)
      }
    }
    // A crash between writing a public part and removing the private one leaves both; the key is not retired yet.
    found.retired.removeAll { retired in found.signing.contains { $0.name == retired.name } }
    found.signing.sort { $0.activation < $1.activation }
    found.retired.sort { $0.name.activation < $1.name.activation }
    return found
  }

  private func add(_ name: KeyFileName, to found: inout FoundKeys) throws(KeyFileError) {
    let path = "\(path)/\(name.text)"
    let bytes = try KeyFileAccess.read(path)
    switch name {
    case .pairwise, .seal, .data:
      let secret = try Self.secret(bytes, path)
      // A search in constant time is not needed: whoever can measure it can read the files.
      if let other = found.secrets.first(where: { $0.value == secret })?.key {
        throw .sameKey(path: path, other: other.text)
      }
      found.secrets[name] = secret
    case .signing(let name):
      let key = try Self.sound(path) { () throws(CryptoError) in try PrivateKey(pem: bytes) }
      try check(key.publicKey, name, path, found)
      found.signing.append(KeyFile(name: name, key: key))
    case .retired(let name):
      let key = try Self.sound(path) { () throws(CryptoError) in try PublicKey(pem: bytes) }
      try check(key, name, path, found)
      found.retired.append(RetiredKeyFile(name: name, key: key))
    }
  }

  private func check(
    _ key: PublicKey, _ name: SigningKeyName, _ path: String, _ found: FoundKeys
  ) throws(KeyFileError) {
    guard key.algorithm == name.algorithm else {
      throw .wrongAlgorithm(path: path, holds: key.algorithm, named: name.algorithm)
    }
    let known = found.signing.map { ($0.name, $0.key.publicKey) } + found.retired.map { ($0.name, $0.key) }
    // Its own public part, left by a crash, is no other file's key.
    for (other, otherKey) in known where (other == name) != (otherKey == key) {
      guard other == name else { throw .sameKey(path: path, other: "\(other.text).pem") }
      throw .malformed(path: path, why: "not the public part of the private key of the same name")
    }
  }

  private static func sound<Key>(
    _ path: String, _ make: () throws(CryptoError) -> Key
  ) throws(KeyFileError) -> Key {
    do throws(CryptoError) { return try make() } catch { throw .malformed(path: path, why: "\(error)") }
  }

  /// 32 bytes in base64url on one line.
  private static func secret(_ bytes: [UInt8], _ path: String) throws(KeyFileError) -> [UInt8] {
    let line = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
    guard let secret = Base64URLText.decode(line), secret.count == FoundKeys.secretByteCount else {
      throw .malformed(path: path, why: "not 32 bytes in base64url on one line")
    }
    return secret
  }

  private func missing(_ name: KeyFileName) -> KeyFileError { .missing(path: "\(path)/\(name.text)") }
}

/// What lies in the directory, complete or not.
struct FoundKeys {
  static let secretByteCount = 32

  var secrets: [KeyFileName: [UInt8]] = [:]
  var signing: [KeyFile] = []
  var retired: [RetiredKeyFile] = []

  var data: [UInt8: [UInt8]] {
    var data: [UInt8: [UInt8]] = [:]
    for case (.data(let number), let secret) in secrets { data[number] = secret }
    return data
  }

  func has(_ purpose: KeyPurpose, _ algorithm: SignatureAlgorithm) -> Bool {
    signing.contains { $0.purpose == purpose && $0.algorithm == algorithm }
  }
}
