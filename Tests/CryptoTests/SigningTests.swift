import OneDoorCrypto
import Testing

struct SigningTests {
  private static let message = Array("message".utf8)

  @Test(arguments: SignatureAlgorithm.allCases)
  func `a generated key signs, and only its own public key verifies`(algorithm: SignatureAlgorithm) throws {
    let key = try PrivateKey.generate(algorithm)
    let other = try PrivateKey.generate(algorithm)
    #expect(key.algorithm == algorithm)
    #expect(key.publicKey != other.publicKey)
    for _ in 0..<20 {
      let signature = try key.sign(Self.message)
      #expect(signature.count == (algorithm == .ES256 ? 64 : 384))
      #expect(key.publicKey.isValid(signature, for: Self.message))
      #expect(!key.publicKey.isValid(signature, for: Self.message + [0]))
      #expect(!other.publicKey.isValid(signature, for: Self.message))
    }
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func `a key comes back from its PEM, and a public one from its own`(algorithm: SignatureAlgorithm) throws {
    let key = try PrivateKey.generate(algorithm)
    let pem = try key.pem()
    #expect(String(decoding: pem, as: UTF8.self).hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
    let again = try PrivateKey(pem: pem)
    #expect(again.publicKey == key.publicKey)
    #expect(key.publicKey.isValid(try again.sign(Self.message), for: Self.message))
    let publicPEM = try key.publicKey.pem()
    #expect(try PublicKey(pem: publicPEM) == key.publicKey)
    #expect(throws: CryptoError.self) { try PrivateKey(pem: publicPEM) }
    #expect(throws: CryptoError.self) { try PublicKey(pem: pem) }
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func `a signature of another length or with any byte changed is not valid`(algorithm: SignatureAlgorithm) throws {
    let key = try PrivateKey.generate(algorithm)
    let signature = try key.sign(Self.message)
    for place in signature.indices {
      var changed = signature
      changed[place] ^= 0x40
      #expect(!key.publicKey.isValid(changed, for: Self.message))
    }
    for count in 0..<signature.count {
      #expect(!key.publicKey.isValid(Array(signature.prefix(count)), for: Self.message))
    }
    #expect(!key.publicKey.isValid(signature + [0], for: Self.message))
    #expect(!key.publicKey.isValid([0] + signature, for: Self.message))
  }

  @Test func `r or s of 0, n, n + 1 or the largest number is not valid (CVE-2022-21449)`() throws {
    let key = try PrivateKey.generate(.ES256).publicKey
    let order = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
    var next = order
    next[31] += 1
    let numbers = [
      [UInt8](repeating: 0, count: 32), [UInt8](repeating: 0, count: 31) + [1], order, next,
      [UInt8](repeating: 0xFF, count: 32),
    ]
    for r in numbers { for s in numbers { #expect(!key.isValid(r + s, for: Self.message)) } }
  }

  @Test func `a DER signature is not an ES256 signature (CVE-2022-21449)`() throws {
    let key = try PrivateKey.generate(.ES256)
    let signature = try key.sign(Self.message)
    let der = [0x30, 68, 0x02, 32] + signature.prefix(32) + [0x02, 32] + signature.suffix(32)
    #expect(!key.publicKey.isValid(der, for: Self.message))
  }

  @Test func `one key signs and verifies on many threads`() async throws {
    let key = try PrivateKey.generate(.ES256)
    await withTaskGroup(of: Bool.self) { group in
      for i in 0..<16 {
        group.addTask {
          (0..<50).allSatisfy { round in
            let message = Array("\(i) \(round)".utf8)
            guard let signature = try? key.sign(message) else { return false }
            return key.publicKey.isValid(signature, for: message)
          }
        }
      }
      for await good in group { #expect(good) }
    }
  }

  @Test func `a private key does not print`() throws {
    let key = try PrivateKey.generate(.ES256)
    var dumped = ""
    dump(key, to: &dumped)
    #expect("\(key)" == "PrivateKey(ES256, redacted)")
    #expect(!dumped.contains("LibraryKey"))
  }
}
