import OneDoorClient
import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import Testing

/// What surrounds the claims: form, header, type, key and signature (RFC 8725).
@Suite struct TokenFormTests {
  private let payload = JSON.object(TokenForge.access).serialized()

  @Test func `the three kinds of token do not stand in for one another`() throws {
    let types = [TokenType.accessToken, TokenType.idToken, TokenType.revocation]
    for type in types {
      let access = try TokenForge.sign(TokenForge.access, typ: type)
      #expect(TokenForge.refusal(ofAccess: access)?.code == (type == TokenType.accessToken ? nil : .wrongType))
      let identity = try TokenForge.sign(TokenForge.identity, typ: type)
      #expect(TokenForge.refusal(ofID: identity)?.code == (type == TokenType.idToken ? nil : .wrongType))
      let message = try TokenForge.sign([:], typ: type)
      let verified = try? TokenForge.ring.verify(UnverifiedJWS(compact: message), type: TokenType.revocation)
      #expect((verified != nil) == (type == TokenType.revocation))
    }
  }

  @Test(arguments: ["AT+JWT", "application/at+jwt", "Application/At+Jwt"])
  func `a type is a media type, in any case`(type: String) throws {
    #expect(TokenForge.refusal(ofAccess: try TokenForge.sign(TokenForge.access, typ: type)) == nil)
  }

  @Test(arguments: ["", "at", "at+jwt ", "text/at+jwt", "logout+jwt"])
  func `another type is another token`(type: String) throws {
    #expect(TokenForge.refusal(ofAccess: try TokenForge.sign(TokenForge.access, typ: type))?.code == .wrongType)
  }

  @Test func `a token without a type is none of ours`() throws {
    var header = TokenForge.header()
    header["typ"] = nil
    #expect(TokenForge.refusal(ofAccess: try TokenForge.raw(header: header, payload: payload))?.code == .wrongType)
  }

  @Test func `the algorithm is the key's, whatever the header says`() throws {
    for key in [TokenForge.es256, TokenForge.rs256] {
      for alg in ["none", "None", "NONE", "HS256", "ES256", "RS256", "ES384", "PS256", "es256", "EdDSA"] {
        var header = TokenForge.header(key)
        header["alg"] = .string(alg)
        let token = try TokenForge.raw(header: header, payload: payload, key: key)
        let own = alg == key.algorithm.rawValue
        #expect(TokenForge.refusal(ofAccess: token)?.code == (own ? nil : .wrongAlgorithm), "\(alg)")
      }
    }
  }

  @Test func `without a signature it is no token`() throws {
    let parts = try TokenForge.accessToken().split(separator: ".")
    for text in ["\(parts[0]).\(parts[1]).", "\(parts[0]).\(parts[1])", "..", "", ".", "a.b.c.d.e"] {
      #expect(TokenForge.refusal(ofAccess: text)?.code == .malformed)
    }
    #expect(TokenForge.refusal(ofAccess: String(repeating: ".", count: 1 << 20))?.code == .malformed)
  }

  @Test func `a public key is not a secret to sign with`() throws {
    var header = TokenForge.header()
    header["alg"] = "HS256"
    #expect(TokenForge.refusal(ofAccess: try TokenForge.raw(header: header, payload: payload))?.code == .wrongAlgorithm)
    header["kid"] = nil
    #expect(TokenForge.refusal(ofAccess: try TokenForge.raw(header: header, payload: payload))?.code == .wrongAlgorithm)
  }

  @Test func `a key nobody published`() throws {
    let token = try TokenForge.raw(
      header: TokenForge.header(TokenForge.foreign), payload: payload, key: TokenForge.foreign)
    #expect(TokenForge.refusal(ofAccess: token)?.code == .unknownKey)
  }

  @Test func `another key under a known name, and a token that brings its key along`() throws {
    let stolen = try TokenForge.raw(header: TokenForge.header(), payload: payload, key: TokenForge.foreign)
    #expect(TokenForge.refusal(ofAccess: stolen)?.code == .wrongSignature)
    for name in ["jwk", "jku", "x5u", "x5c"] {
      var header = TokenForge.header()
      header[name] = name == "jwk" ? TokenForge.foreign.jwk.json : "http://127.0.0.1:1/key"
      header["kid"] = nil
      let token = try TokenForge.raw(header: header, payload: payload, key: TokenForge.foreign)
      #expect(TokenForge.refusal(ofAccess: token)?.code == .wrongSignature)
    }
  }

  private static let notUnderstood: [(String, JSON)] = [
    ("crit", ["exp"]), ("crit", []), ("crit", "exp"), ("b64", false), ("zip", "DEF"), ("enc", "A256GCM"),
  ]

  @Test(arguments: Self.notUnderstood.indices)
  func `a header that asks for what is not understood`(index: Int) throws {
    let (name, value) = Self.notUnderstood[index]
    var header = TokenForge.header()
    header[name] = value
    #expect(
      TokenForge.refusal(ofAccess: try TokenForge.raw(header: header, payload: payload))?.code == .unsupportedHeader)
  }

  @Test func `every letter counts, and so does the length`() throws {
    let token = Array(try TokenForge.accessToken().utf8)
    for place in stride(from: 0, to: token.count, by: 7) {
      var changed = token
      changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(TokenForge.refusal(ofAccess: String(decoding: changed, as: UTF8.self)) != nil, "byte \(place)")
      #expect(TokenForge.refusal(ofAccess: String(decoding: token[..<place], as: UTF8.self)) != nil)
    }
  }

  @Test(arguments: [" ", "\n", "=", "%"])
  func `a second spelling of a good token is refused`(suffix: String) throws {
    let token = try TokenForge.accessToken()
    #expect(TokenForge.refusal(ofAccess: token + suffix)?.code == .malformed)
    #expect(TokenForge.refusal(ofAccess: suffix + token)?.code == .malformed)
  }

  @Test func `longer than sixteen kilobytes is not read`() throws {
    let token = try TokenForge.accessToken { $0["padding"] = .string(String(repeating: "a", count: 16_384)) }
    #expect(TokenForge.refusal(ofAccess: token)?.code == .malformed)
  }

  @Test func `every rule has its section and its own name`() {
    #expect(Set(TokenError.Code.all.map(\.description)).count == TokenError.Code.all.count)
    for code in TokenError.Code.all { #expect(code.specification.contains("§")) }
  }
}
