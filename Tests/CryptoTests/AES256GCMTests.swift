import OneDoorCrypto
import Testing

struct AES256GCMTests {
  private let key = [UInt8](repeating: 7, count: 32)

  @Test func `what is sealed opens, at every length`() throws {
    let cipher = try AES256GCM(key: key)
    for count in [0, 1, 15, 16, 17, 1000] {
      let plaintext = [UInt8](repeating: 5, count: count)
      let sealed = try cipher.seal(plaintext, authenticating: [1, 2])
      #expect(sealed.count == count + AES256GCM.overhead)
      #expect(cipher.open(sealed, authenticating: [1, 2]) == plaintext)
      #expect(try AES256GCM(key: key).open(sealed, authenticating: [1, 2]) == plaintext)
    }
  }

  @Test func `the same content sealed twice differs (CVE-2021-32791)`() throws {
    let cipher = try AES256GCM(key: key)
    let sealed = try (0..<100).map { _ in try cipher.seal([1], authenticating: []) }
    #expect(Set(sealed.map { Array($0.prefix(12)) }).count == 100)
  }

  @Test func `a change of any byte, of the length or of the context does not open`() throws {
    let cipher = try AES256GCM(key: key)
    let sealed = try cipher.seal(Array("content".utf8), authenticating: [1])
    for place in sealed.indices {
      var changed = sealed
      changed[place] ^= 1
      #expect(cipher.open(changed, authenticating: [1]) == nil)
    }
    for count in 0..<sealed.count { #expect(cipher.open(Array(sealed.prefix(count)), authenticating: [1]) == nil) }
    #expect(cipher.open(sealed + [0], authenticating: [1]) == nil)
    #expect(cipher.open(sealed, authenticating: []) == nil)
    #expect(try AES256GCM(key: [UInt8](repeating: 8, count: 32)).open(sealed, authenticating: [1]) == nil)
    // After so many refusals the same contexts still open what is genuine.
    #expect(cipher.open(sealed, authenticating: [1]) == Array("content".utf8))
  }

  @Test(arguments: [0, 16, 24, 31, 33]) func `a key of another length is refused`(count: Int) {
    #expect(throws: CryptoError.self) { try AES256GCM(key: [UInt8](repeating: 0, count: count)) }
  }
}
