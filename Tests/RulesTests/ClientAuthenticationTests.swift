import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import Testing

@Suite struct ClientAuthenticationTests {
  private let audiences = AssertionAudiences(
    issuer: "https://login.example", tokenEndpoint: "https://login.example/token")

  private func basic(_ id: String, _ secret: String) -> String {
    let url = Base64URL.encode(Array("\(id):\(secret)".utf8))
    let standard = url.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
    return "Basic " + String(standard) + String(repeating: "=", count: (4 - standard.count % 4) % 4)
  }

  private func authenticate(
    _ parameters: Parameters, _ authorization: String? = nil, as department: Department?
  ) throws(TokenRefusal) -> AuthenticatedDepartment {
    let presented = try PresentedCredentials.read(parameters, authorization: authorization)
    let known = presented.claimedID == department?.id ? department : nil
    return try AuthenticatedDepartment.authenticate(presented, department: known, audience: audiences, now: Fixture.now)
  }

  @Test func `the registered secret passes by the registered method alone`() throws {
    let byBasic = Fixture.department()
    let byPost = Fixture.department(authentication: .clientSecretPost)
    let posted: Parameters = Parameters(["client_id": "housing", "client_secret": Fixture.secret])
    #expect(try authenticate(Parameters([]), basic("housing", Fixture.secret), as: byBasic).department == byBasic)
    #expect(try authenticate(posted, as: byPost).department == byPost)
    #expect(throws: TokenRefusal.clientAuthenticationMethod) { try authenticate(posted, as: byBasic) }
    #expect(throws: TokenRefusal.clientAuthenticationMethod) {
      try authenticate(Parameters([]), basic("housing", Fixture.secret), as: byPost)
    }
  }

  @Test func `absent, empty and wrong fail alike, CVE-2026-73309, CVE-2026-16093`() {
    let department = Fixture.department(authentication: .clientSecretPost)
    for secret in ["", " ", "wrong", Fixture.secret + " ", String(Fixture.secret.dropLast())] {
      #expect(throws: TokenRefusal.clientAuthenticationFailed) {
        try authenticate(Parameters(["client_id": "housing", "client_secret": secret]), as: department)
      }
    }
    #expect(throws: TokenRefusal.clientAuthenticationFailed) {
      try authenticate(Parameters(["client_id": "housing"]), as: department)
    }
    for header in ["", "Basic", "Basic ", "Basic !!!!", "Bearer x", "Basic aG91c2luZw==", basic("housing", "")] {
      #expect(throws: TokenRefusal.clientAuthenticationFailed, "\(header)") {
        try authenticate(Parameters([]), header, as: Fixture.department())
      }
    }
  }

  @Test func `two methods in one request are refused, whatever the second holds`() {
    let header = basic("housing", Fixture.secret)
    for extra in [
      ["client_secret": ""], ["client_secret": Fixture.secret], ["client_assertion": "x"],
      ["client_assertion_type": ""],
    ]
      as [KeyValuePairs<String, String>]
    {
      #expect(throws: TokenRefusal.severalAuthentications) {
        try authenticate(Parameters(extra), header, as: Fixture.department())
      }
    }
    #expect(throws: TokenRefusal.severalAuthentications) {
      try authenticate(Parameters(["client_id": "business"]), header, as: Fixture.department())
    }
  }

  @Test func `both of two secrets pass, a disabled or unknown department never`() throws {
    let two = Fixture.department { $0.secretHashes = [SHA256.hash(Array("other".utf8)), $0.secretHashes[0]] }
    #expect(try authenticate(Parameters([]), basic("housing", Fixture.secret), as: two).department == two)
    let disabled = Fixture.department { $0.isEnabled = false }
    #expect(throws: TokenRefusal.clientUnknown) {
      try authenticate(Parameters([]), basic("housing", Fixture.secret), as: disabled)
    }
    #expect(throws: TokenRefusal.clientUnknown) { try authenticate(Parameters([]), basic("x", "y"), as: nil) }
  }

  @Test func `a public department is named by client_id and has no secret`() throws {
    let department = Fixture.department(authentication: .none)
    #expect(try authenticate(Parameters(["client_id": "housing"]), as: department).department == department)
    #expect(throws: TokenRefusal.clientAuthenticationMethod) {
      try authenticate(Parameters(["client_id": "housing", "client_secret": Fixture.secret]), as: department)
    }
  }

  // MARK: private_key_jwt

  private let key: SigningKey
  private let foreignKey: SigningKey

  init() throws {
    key = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    foreignKey = SigningKey(privateKey: try PrivateKey.generate(.ES256))
  }

  private func assertion(_ changes: [(String, JSON?)] = [], key: SigningKey? = nil, typ: String = "JWT") throws
    -> Parameters
  {
    let key = key ?? self.key
    var claims = JSONObject([
      ("iss", "housing"), ("sub", "housing"), ("aud", "https://login.example"), ("jti", "j1"),
      ("exp", .integer(Fixture.now.seconds + 60)), ("iat", .integer(Fixture.now.seconds)),
    ])
    for (name, value) in changes { claims[name] = value }
    let text = try key.sign(typ: typ, payload: JSON.object(claims).serialized())
    return Parameters([
      "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion": text,
    ])
  }

  private var department: Department {
    Fixture.department(authentication: .privateKeyJWT) {
      $0.secretHashes = []
      $0.keys = [key.jwk]
    }
  }

  @Test func `a good assertion passes and names what must be used up`() throws {
    let authenticated = try authenticate(try assertion(), as: department)
    #expect(authenticated.assertion?.key.count == 32)
    #expect(authenticated.assertion?.until == Fixture.now + 60 + Policy.clockSkew)
  }

  @Test(
    arguments: [
      ("iss", nil), ("iss", "business"), ("sub", nil), ("sub", ""), ("aud", nil), ("aud", "https://login.example/"),
      ("aud", "https://login.example/token"), ("aud", ["https://login.example"]),
      ("aud", ["https://login.example", "x"]),
      ("exp", nil), ("exp", "1800000060"), ("exp", 1_799_999_940), ("exp", 1_800_003_661), ("exp", -1),
      ("exp", .number(1e300)), ("nbf", 1_800_000_061), ("iat", 1_800_000_061), ("jti", nil), ("jti", ""), ("jti", 1),
    ] as [(String, JSON?)])
  func `a claim that is absent or wrong refuses the assertion`(name: String, value: JSON?) throws {
    let parameters = try assertion([(name, value)])
    #expect(throws: TokenRefusal.self) { try authenticate(parameters, as: department) }
  }

  @Test func `another key, and a client_id that disagrees, are refused`() throws {
    let foreign = try assertion(key: foreignKey)
    #expect(throws: TokenRefusal.assertionInvalid) { try authenticate(foreign, as: department) }
    let named = Parameters(try assertion().entries + [Parameters.Entry(name: "client_id", value: "business")])
    #expect(throws: TokenRefusal.self) { try authenticate(named, as: department) }
    let access = try assertion(typ: "at+jwt")
    #expect(throws: TokenRefusal.assertionInvalid) { try authenticate(access, as: department) }
  }

  @Test func `the token endpoint is an audience only where it is registered`() throws {
    let parameters = try assertion([("aud", "https://login.example/token")])
    var old = department
    old.assertionAudience = .tokenEndpoint
    #expect(try authenticate(parameters, as: old).department == old)
  }
}
