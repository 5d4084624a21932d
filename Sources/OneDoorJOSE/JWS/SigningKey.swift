package import OneDoorCrypto
import Synchronization

/// A private key that signs tokens. Its `kid` is its thumbprint, so that the same key has the same name everywhere and
/// nobody has to keep a list.
package struct SigningKey: Sendable {
  package let kid: String
  package let privateKey: PrivateKey
  private let prefixes = HeaderPrefixes()

  package init(privateKey: PrivateKey) {
    self.privateKey = privateKey
    kid = JWK(kid: nil, publicKey: privateKey.publicKey).thumbprint
  }

  package var algorithm: SignatureAlgorithm { privateKey.algorithm }
  package var jwk: JWK { JWK(kid: kid, publicKey: privateKey.publicKey) }

  package func sign(typ: String, payload: [UInt8]) throws(CryptoError) -> String {
    String(decoding: try signBytes(typ: typ, payload: payload), as: UTF8.self)
  }

  package func signBytes(typ: String, payload: [UInt8]) throws(CryptoError) -> [UInt8] {
    var token = prefixes.prefix(for: typ) { header(typ: typ) }
    token.reserveCapacity(token.count + payload.count * 4 / 3 + 520)
    token += Base64URL.encodeBytes(payload)
    let signature = try privateKey.sign(token)
    token.append(UInt8(ascii: "."))
    token += Base64URL.encodeBytes(signature)
    return token
  }

  private func header(typ: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("alg", algorithm.rawValue)
    writer.member("kid", kid)
    writer.member("typ", typ)
    writer.endObject()
    return Base64URL.encodeBytes(writer.bytes) + [UInt8(ascii: ".")]
  }
}

/// A key's headers differ in nothing but `typ`, of which there is a handful: each is written once.
private final class HeaderPrefixes: Sendable {
  private let known = Mutex<[(typ: String, prefix: [UInt8])]>([])

  func prefix(for typ: String, make: () -> [UInt8]) -> [UInt8] {
    let found = known.withLock { known in known.first { $0.typ.hasSameBytes(as: typ) }?.prefix }
    if let found { return found }
    let prefix = make()
    known.withLock { if $0.count < 16 { $0.append((typ, prefix)) } }
    return prefix
  }
}
