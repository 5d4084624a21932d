import OneDoorCrypto
import OneDoorJOSE

/// Text that only this department can read and make: AES-256-GCM under HKDF of a configured secret. Every seal has a
/// salt and so a key of its own: there is no number of seals after which a secret is worn out.
package struct SealedText: Sendable {
  private static let saltByteCount = 16

  private let secrets: [[UInt8]]
  private let purpose: [UInt8]

  /// `purpose` keeps a sealed value of one kind, department or provider from being one of another.
  package init(secrets: [[UInt8]], purpose: String, of department: Department) {
    self.secrets = secrets
    self.purpose = Array("\(purpose)\n\(department.issuer.text)\n\(department.clientID)".utf8)
  }

  package func seal(_ plaintext: [UInt8]) throws(OneDoorError) -> String {
    guard let secret = secrets.first else { throw .configuration("cookieSecrets is empty") }
    do throws(CryptoError) {
      let salt = try SecureRandom.bytes(SealedText.saltByteCount)
      return Base64URL.encode(salt + (try cipher(secret, salt).seal(plaintext, authenticating: purpose)))
    } catch {
      throw OneDoorError(.unavailable, "\(error)")
    }
  }

  package func open(_ text: String) -> [UInt8]? {
    guard let sealed = Base64URL.decode(text), sealed.count > SealedText.saltByteCount + AES256GCM.overhead else {
      return nil
    }
    let salt = Array(sealed.prefix(SealedText.saltByteCount))
    let body = Array(sealed.dropFirst(SealedText.saltByteCount))
    for secret in secrets {
      if let plaintext = try? cipher(secret, salt).open(body, authenticating: purpose) { return plaintext }
    }
    return nil
  }

  private func cipher(_ secret: [UInt8], _ salt: [UInt8]) throws(CryptoError) -> AES256GCM {
    try AES256GCM(
      key: HKDF.sha256(secret: secret, salt: salt, info: purpose, count: AES256GCM.keyByteCount))
  }
}
