import OneDoorCrypto
import OneDoorJOSE
import TestSupport
import Testing

struct DigestTests {
  @Test func `SHA-256 of the two examples of FIPS 180-4 and of nothing`() {
    #expect(SHA256.hash(Array("abc".utf8)) == hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    let longer = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    #expect(SHA256.hash(Array(longer.utf8)) == hex("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"))
    #expect(SHA256.hash([]) == hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
  }

  @Test func `HMAC of RFC 4231 case 2, the same at every use`() {
    let mac = HMACSHA256(key: Array("Jefe".utf8))
    let message = Array("what do ya want for nothing?".utf8)
    let code = hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    for _ in 0..<3 {
      #expect(mac.code(for: message) == code)
      #expect(mac.isValid(code, for: message))
      #expect(!mac.isValid(code, for: message + [0]))
    }
  }

  @Test func `an empty HMAC key is a key`() {
    let code = HMACSHA256(key: []).code(for: [])
    #expect(code == hex("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"))
  }

  @Test func `a truncated, empty or longer code is not valid`() {
    let mac = HMACSHA256(key: [1, 2, 3])
    let code = mac.code(for: [4])
    #expect(!mac.isValid([], for: [4]))
    for count in 0..<32 { #expect(!mac.isValid(Array(code.prefix(count)), for: [4])) }
    #expect(!mac.isValid(code + [0], for: [4]))
  }

  @Test func `one MAC serves many threads`() async {
    let mac = HMACSHA256(key: [9])
    let expected = (0..<64).map { HMACSHA256(key: [9]).code(for: [UInt8($0)]) }
    await withTaskGroup(of: Bool.self) { group in
      for i in 0..<64 {
        group.addTask { (0..<200).allSatisfy { _ in mac.code(for: [UInt8(i)]) == expected[i] } }
      }
      for await same in group { #expect(same) }
    }
  }

  @Test func `constant time comparison tells equal from unequal`() {
    #expect(constantTimeEquals([], []))
    #expect(constantTimeEquals([1, 2, 3], [1, 2, 3]))
    #expect(!constantTimeEquals([1, 2, 3], [1, 2, 4]))
    #expect(!constantTimeEquals([1, 2, 3], [1, 2]))
    #expect(!constantTimeEquals([], [0]))
  }

  @Test func `random bytes come in the number asked for and differ`() throws {
    #expect(try SecureRandom.bytes(0).isEmpty)
    let drawn = try (0..<1000).map { _ in try SecureRandom.bytes(16) }
    #expect(Set(drawn).count == 1000)
    #expect(drawn.allSatisfy { $0.count == 16 })
  }
}

func hex(_ digits: String) -> [UInt8] { JSON.string(digits).hex ?? [] }
