import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

/// Each test counts what it ran, so that an empty or shrunken file fails.
@Suite(.enabled(if: Vectors.shouldRun, "the vectors folder is not here"))
struct WycheproofTests {
  private struct Case {
    let group: JSON
    let test: JSON
    var result: String { test["result"].string ?? "" }
    var name: Comment { "case \(test["tcId"].integer ?? 0): \(test["comment"].string ?? "")" }
    func bytes(_ name: String) throws -> [UInt8] { try #require(test[name].hex) }
  }

  private func cases(_ file: String) throws -> [Case] {
    try #require(Vectors.json("wycheproof/\(file)_test.json")["testGroups"].array).flatMap { group in
      (group["tests"].array ?? []).map { Case(group: group, test: $0) }
    }
  }

  @Test func `ES256 signatures`() throws {
    var count = 0
    for item in try cases("ecdsa_secp256r1_sha256_p1363") {
      let point = try #require(item.group["publicKey"]["uncompressed"].hex)
      let key = try PublicKey(.p256(x: Array(point[1..<33]), y: Array(point[33...])))
      #expect(try PublicKey(pem: Array(#require(item.group["publicKeyPem"].string).utf8)) == key)
      let valid = try key.isValid(item.bytes("sig"), for: item.bytes("msg"))
      #expect(valid == (item.result == "valid"), item.name)
      count += 1
    }
    #expect(count == 262)
  }

  @Test func `RS256 signatures`() throws {
    var count = 0
    var either = 0
    for item in try cases("rsa_signature_2048_sha256") {
      let key = try PublicKey(pem: Array(#require(item.group["publicKeyPem"].string).utf8))
      let valid = try key.isValid(item.bytes("sig"), for: item.bytes("msg"))
      if item.result == "acceptable" { either += 1 } else { #expect(valid == (item.result == "valid"), item.name) }
      count += 1
    }
    #expect(count == 259)
    // A DigestInfo without its NULL.
    #expect(either == 1)
  }

  @Test func HKDF() throws {
    var count = 0
    for item in try cases("hkdf_sha256") {
      let size = Int(try #require(item.test["size"].integer))
      let output = try? OneDoorCrypto.HKDF.sha256(
        secret: item.bytes("ikm"), salt: item.bytes("salt"), info: item.bytes("info"), count: size)
      #expect(try output == (item.result == "valid" ? item.bytes("okm") : nil), item.name)
      count += 1
    }
    #expect(count == 86)
  }

  @Test func `HMAC, of which truncated tags are refused by policy`() throws {
    var count = 0
    var truncated = 0
    for item in try cases("hmac_sha256") {
      let mac = try HMACSHA256(key: item.bytes("key"))
      let tag = try item.bytes("tag")
      let message = try item.bytes("msg")
      if tag.count < HMACSHA256.byteCount {
        #expect(!mac.isValid(tag, for: message), item.name)
        #expect((Array(mac.code(for: message).prefix(tag.count)) == tag) == (item.result == "valid"), item.name)
        truncated += 1
      } else {
        #expect(mac.isValid(tag, for: message) == (item.result == "valid"), item.name)
      }
      count += 1
    }
    #expect(count == 174)
    #expect(truncated == 87)
  }

  @Test func `AES-256-GCM, with other keys and nonces refused by policy`() throws {
    var count = 0
    var otherKeys = 0
    var otherNonces = 0
    for item in try cases("aes_gcm") {
      count += 1
      guard item.group["keySize"].integer == 256 else {
        #expect(throws: CryptoError.self) { try AES256GCM(key: item.bytes("key")) }
        otherKeys += 1
        continue
      }
      let nonce = try item.bytes("iv")
      guard nonce.count == 12 else {
        otherNonces += 1
        continue
      }
      let opened = try AES256GCM(key: item.bytes("key"))
        .open(nonce + item.bytes("ct") + item.bytes("tag"), authenticating: item.bytes("aad"))
      #expect(try opened == (item.result == "valid" ? item.bytes("msg") : nil), item.name)
    }
    #expect(count == 316)
    #expect(otherKeys == 211)
    #expect(otherNonces == 39)
  }
}
