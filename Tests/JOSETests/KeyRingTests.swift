import OneDoorCrypto
import OneDoorJOSE
import Testing

struct KeyRingTests {
  @Test func `only the type that was asked for, in any case, with or without application`() throws {
    let forge = try Forge()
    let ring = KeyRing([forge.key.jwk])
    for typ in ["at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt"] {
      #expect(throws: Never.self) { try ring.verify(forge.token(header: ["typ": .string(typ)]), type: "at+jwt") }
    }
    for typ in ["JWT", "", "at+jwt ", "application/", "x/at+jwt", "at+jwt;v=1", "application/application/at+jwt"] {
      #expect(throws: JWSError.type) { try ring.verify(forge.token(header: ["typ": .string(typ)]), type: "at+jwt") }
    }
    #expect(throws: JWSError.type) { try ring.verify(forge.token(), type: "at+jwt") }
  }

  @Test func `where older software writes no type, none or a listed one passes`() throws {
    let forge = try Forge()
    let ring = KeyRing([forge.key.jwk])
    #expect(throws: Never.self) { try ring.verify(forge.token(), untypedOr: []) }
    #expect(throws: Never.self) { try ring.verify(forge.token(header: ["typ": "jwt"]), untypedOr: ["JWT"]) }
    #expect(throws: JWSError.type) { try ring.verify(forge.token(header: ["typ": "at+jwt"]), untypedOr: ["JWT"]) }
  }

  @Test func `without a kid the keys of the algorithm are tried, but not any number of them`() throws {
    let forge = try Forge()
    let others = try (0..<7).map { _ in JWK(kid: nil, publicKey: try PrivateKey.generate(.ES256).publicKey) }
    let token = try forge.token(header: ["kid": nil as JSON?])
    #expect(throws: Never.self) { try KeyRing(others + [forge.key.jwk]).verify(token, untypedOr: []) }
    #expect(throws: JWSError.signature) { try KeyRing(others).verify(token, untypedOr: []) }
    let tooMany = others + [others[0], forge.key.jwk]
    #expect(throws: JWSError.unknownKey) { try KeyRing(tooMany).verify(token, untypedOr: []) }
  }

  @Test func `a kid that no key has finds the keys that have none`() throws {
    let forge = try Forge()
    let nameless = JWK(kid: nil, publicKey: forge.key.jwk.publicKey)
    let renamed = JWK(kid: "another", publicKey: forge.key.jwk.publicKey)
    #expect(throws: Never.self) { try KeyRing([nameless]).verify(forge.token(), untypedOr: []) }
    #expect(throws: JWSError.unknownKey) { try KeyRing([renamed]).verify(forge.token(), untypedOr: []) }
  }

  @Test func `kids are compared by their bytes`() throws {
    let public256 = try PrivateKey.generate(.ES256).publicKey
    let ring = KeyRing([JWK(kid: "K\u{E9}", publicKey: public256)])
    #expect(ring.key(kid: "K\u{E9}", alg: "ES256").count == 1)
    #expect(ring.key(kid: "\u{212A}\u{E9}", alg: "ES256").isEmpty)
    #expect(ring.key(kid: "Ke\u{301}", alg: "ES256").isEmpty)
    #expect(ring.key(kid: "K\u{E9}", alg: "RS256").isEmpty)
    #expect(ring.key(kid: nil, alg: "ES256").count == 1)
  }
}
