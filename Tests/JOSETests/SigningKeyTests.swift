import OneDoorCrypto
import OneDoorJOSE
import Testing

struct SigningKeyTests {
  @Test(arguments: SignatureAlgorithm.allCases)
  func `a signed token verifies, with its claims, under its own key only`(algorithm: SignatureAlgorithm) throws {
    let key = SigningKey(privateKey: try PrivateKey.generate(algorithm))
    let other = SigningKey(privateKey: try PrivateKey.generate(algorithm))
    #expect(key.kid == key.jwk.thumbprint)
    for _ in 0..<3 {
      let token = try UnverifiedJWS(compact: key.sign(typ: "at+jwt", payload: Array(#"{"sub":"s"}"#.utf8)))
      let verified = try KeyRing([other.jwk, key.jwk]).verify(token, type: "at+jwt")
      #expect(verified.key == key.jwk)
      #expect(try verified.claims() == ["sub": "s"])
      #expect(verified.header.alg == algorithm.rawValue)
      #expect(verified.header.kid == key.kid)
      #expect(throws: JWSError.unknownKey) { try KeyRing([other.jwk]).verify(token, type: "at+jwt") }
      #expect(throws: JWSError.unknownKey) { try KeyRing([]).verify(token, type: "at+jwt") }
    }
  }

  @Test func `the header is the algorithm, the key and the type, and nothing else`() throws {
    let key = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    for typ in (0..<40).map({ "type-\($0)" }) + ["type-3", "type-39"] {
      let token = try key.sign(typ: typ, payload: [])
      let header = try #require(Base64URL.decode(String(token.prefix { $0 != "." })))
      #expect(String(decoding: header, as: UTF8.self) == #"{"alg":"ES256","kid":"\#(key.kid)","typ":"\#(typ)"}"#)
    }
  }

  @Test func `claims that are no JSON object are an error, not a crash`() throws {
    let key = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    let ring = KeyRing([key.jwk])
    for payload in ["", "[]", "{", #"{"a":1,"a":2}"#, "null"] {
      let token = try UnverifiedJWS(compact: key.sign(typ: "JWT", payload: Array(payload.utf8)))
      let verified = try ring.verify(token, type: "JWT")
      #expect(throws: JSONError.self) { try verified.claims() }
      #expect(throws: JSONError.self) { try token.unverifiedClaims() }
    }
  }
}
