package import OneDoorCrypto

/// The vault in use: AES-256-GCM under numbered data keys, the newest of which seals; blind indexes by HMAC.
///
/// The index key does not come from the data keys: those are replaced in the course of time, and an index under another
/// key finds nothing.
package struct DataKeyVault: PersonalDataVault {
  private let newest: UInt8
  private let ciphers: [UInt8: AES256GCM]
  private let login: HMACSHA256
  private let phone: HMACSHA256

  /// `dataKeys` by their number, 32 bytes each, at least one; `indexSecret` must stay the same for the store's life.
  package init(dataKeys: [UInt8: [UInt8]], indexSecret: [UInt8]) throws(CryptoError) {
    guard let newest = dataKeys.keys.max() else { throw .malformedKey("there is no data key") }
    self.newest = newest
    var ciphers: [UInt8: AES256GCM] = [:]
    for (number, key) in dataKeys { ciphers[number] = try AES256GCM(key: key) }
    self.ciphers = ciphers
    login = try DataKeyVault.indexKey(.login, of: indexSecret)
    phone = try DataKeyVault.indexKey(.phone, of: indexSecret)
  }

  private static func indexKey(_ column: BlindIndex, of secret: [UInt8]) throws(CryptoError) -> HMACSHA256 {
    let info = Array("onedoor/index/\(column.rawValue)".utf8)
    return HMACSHA256(key: try HKDF.sha256(secret: secret, salt: [], info: info, count: 32))
  }

  package func seal(_ plaintext: [UInt8], context: [UInt8]) throws(StoreError) -> [UInt8] {
    guard let cipher = ciphers[newest] else { throw .unavailable("there is no data key") }
    do {
      return [newest] + (try cipher.seal(plaintext, authenticating: [newest] + context))
    } catch {
      throw .unavailable("personal data could not be encrypted")
    }
  }

  package func open(_ sealed: [UInt8], context: [UInt8]) throws(StoreError) -> [UInt8] {
    guard let number = sealed.first else { throw .corrupt("an encrypted column is empty") }
    guard let cipher = ciphers[number] else { throw .corrupt("data key \(number) is missing") }
    guard let plaintext = cipher.open(Array(sealed.dropFirst()), authenticating: [number] + context) else {
      throw .corrupt("an encrypted column does not open with data key \(number)")
    }
    return plaintext
  }

  package func index(_ column: BlindIndex, _ value: [UInt8]) -> [UInt8] {
    switch column {
    case .login: login.code(for: value)
    case .phone: phone.code(for: value)
    }
  }
}
