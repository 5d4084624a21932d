import OneDoorJOSE
import Testing

struct Base64URLTests {
  @Test func `the examples of RFC 4648 in this alphabet, both ways`() {
    let examples = [
      "": "", "f": "Zg", "fo": "Zm8", "foo": "Zm9v", "foob": "Zm9vYg", "fooba": "Zm9vYmE", "foobar": "Zm9vYmFy",
    ]
    for (plain, text) in examples {
      #expect(Base64URL.encode(Array(plain.utf8)) == text)
      #expect(Base64URL.decode(text) == Array(plain.utf8))
    }
    #expect(Base64URL.encode([0xFB, 0xFF, 0xBF]) == "-_-_")
  }

  @Test func `every length and every byte comes back`() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(($0 * 89 + count) & 0xFF) }
      #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
    }
    let all = (0...255).map { UInt8($0) }
    #expect(Base64URL.decode(Base64URL.encodeBytes(all)[...]) == all)
  }

  @Test func `one value has one spelling`() {
    let others = [
      "Zg==", "Zg=", "Zh", "Zv", "Zm9", "Zm-", "Z", "Zm9vY", "Zm9v\n", " Zm9v", "Zm 9v", "Zm+v", "Zm/v", "Zm9v.", "Zé",
    ]
    for text in others { #expect(Base64URL.decode(text) == nil, "\(text)") }
  }

  @Test func `every byte outside the alphabet is refused, at every place`() {
    let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    for byte in UInt8.min...UInt8.max where !alphabet.contains(byte) {
      for count in [2, 3, 4, 6, 7, 8] {
        for place in 0..<count {
          var text = [UInt8](repeating: UInt8(ascii: "A"), count: count)
          text[place] = byte
          #expect(Base64URL.decode(text[...]) == nil)
        }
      }
    }
  }

  @Test func `a slice is decoded from where it begins`() {
    #expect(Base64URL.decode(Array("..Zm9v..".utf8)[2..<6]) == Array("foo".utf8))
  }
}
