import OneDoorClient
import OneDoorCrypto
import OneDoorJOSE
import Testing

/// What a department sends so that the provider knows it, by each method.
@Suite struct ClientAuthenticationTests {
  private func authentication(_ credentials: ClientCredentials, now: Int64 = 1000) throws -> ClientAuthentication {
    let configuration = OneDoorConfiguration(
      issuer: "https://login.example", clientID: "housing", credentials: credentials)
    return try ClientAuthentication(Department(configuration), now: now)
  }

  @Test func `basic encodes both halves first`() throws {
    // "housing:a%3Ab%2F%C3%BC%20%2B" in base64, with its padding.
    let basic = try authentication(.secret("a:b/ü +"))
    #expect(basic.authorization == "Basic aG91c2luZzphJTNBYiUyRiVDMyVCQyUyMCUyQg==")
    #expect(basic.parameters.isEmpty)
  }

  @Test func `a secret in the form stays out of the header`() throws {
    let post = try authentication(.secretInForm("s"))
    #expect(post.authorization == nil)
    #expect(post.parameters.map { $0.name } == ["client_id", "client_secret"])
  }

  @Test func `a public department only says its name`() throws {
    let none = try authentication(.none)
    #expect(none.authorization == nil)
    #expect(none.parameters.map { $0.name } == ["client_id"])
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func `an assertion is for this provider, for a minute and for once`(algorithm: SignatureAlgorithm) throws {
    let key = try PrivateKey.generate(algorithm)
    let credentials = ClientCredentials.privateKey(pem: String(decoding: try key.pem(), as: UTF8.self))
    var seen: Set<String> = []
    for _ in 0..<2 {
      let parameters = try authentication(credentials).parameters
      #expect(parameters.map { $0.name } == ["client_id", "client_assertion_type", "client_assertion"])
      let ring = KeyRing([JWK(kid: nil, publicKey: key.publicKey)])
      let claims = try ring.verify(UnverifiedJWS(compact: parameters[2].value), type: "JWT").claims()
      #expect(claims["iss"] == "housing" && claims["sub"] == "housing" && claims["aud"] == "https://login.example")
      #expect(claims["iat"] == 1000 && claims["exp"] == 1060)
      seen.insert(claims["jti"]?.string ?? "")
    }
    #expect(seen.count == 2 && !seen.contains(""))
  }
}
