import OneDoorClient
import OneDoorCrypto
import Testing

@Suite struct DepartmentTests {
  private static let sound = OneDoorConfiguration(
    issuer: "https://login.example", clientID: "housing", credentials: .secret("a secret of the department's"),
    redirectURI: "https://housing.example/signin/callback", cookieSecrets: [String(repeating: "k", count: 32)])

  @Test func `a sound configuration, with the defaults that the contract names`() throws {
    let department = try Department(Self.sound)
    #expect(department.audience == "housing")
    #expect(department.maxStaleness == .seconds(120) && department.skew == 60)
    #expect(department.scope == "openid profile")
    #expect(department.followsRevocation)
  }

  private static let faults: [(String, @Sendable (inout OneDoorConfiguration) -> Void)] = [
    ("issuer", { $0.issuer = "http://login.example" }), ("issuer", { $0.issuer = "login.example" }),
    ("clientID", { $0.clientID = "" }), ("clientID", { $0.clientID = "a b" }), ("clientID", { $0.clientID = "é" }),
    ("clientID", { $0.clientID = String(repeating: "a", count: 65) }),
    ("redirectURI", { $0.redirectURI = "http://housing.example/cb" }),
    ("postLogoutRedirectURI", { $0.postLogoutRedirectURI = "javascript:alert(1)" }),
    ("openid", { $0.scopes = ["profile"] }), ("scopes", { $0.scopes = ["openid", "a b"] }),
    ("cookieSecrets", { $0.cookieSecrets = [] }),
    ("cookieSecrets", { $0.cookieSecrets = [String(repeating: "k", count: 31)] }),
    ("cookieSecrets", { $0.cookieSecrets.append("short") }),
    ("clockSkew", { $0.clockSkew = .seconds(61) }), ("maxStaleness", { $0.maxStaleness = .seconds(3601) }),
    ("maxStaleness", { $0.maxStaleness = .zero }), ("secret", { $0.credentials = .secret("") }),
    ("private key", { $0.credentials = .privateKey(pem: "nonsense") }),
    ("signin", { $0.signInPath = "signin" }), ("//out", { $0.signOutPath = "//out" }),
  ]

  @Test(arguments: Self.faults.indices)
  func `a fault is refused before anything starts, and named`(index: Int) throws {
    let (name, change) = Self.faults[index]
    var configuration = Self.sound
    change(&configuration)
    let error = #expect(throws: OneDoorError.self) { try OneDoor(configuration) }
    #expect(error?.code == .configuration)
    #expect(error?.message.contains(name) == true, "\(error?.message ?? "")")
  }

  @Test func `before the keys are there a token is neither good nor bad`() throws {
    let oneDoor = try OneDoor(Self.sound)
    #expect(throws: TokenError(.keysUnavailable)) { try oneDoor.verify(accessToken: "a.b.c") }
    #expect(throws: TokenError(.keysUnavailable)) { try oneDoor.verify(idToken: "a.b.c") }
  }

  @Test func `a configuration prints no secret`() throws {
    let pem = String(decoding: try PrivateKey.generate(.ES256).pem(), as: UTF8.self)
    for credentials in [ClientCredentials.secret("hidden-1"), .secretInForm("hidden-1"), .privateKey(pem: pem)] {
      var configuration = Self.sound
      configuration.credentials = credentials
      configuration.cookieSecrets = ["hidden-2 and more than thirty-two letters"]
      var dumped = ""
      dump(configuration, to: &dumped)
      dump(credentials, to: &dumped)
      for text in ["\(configuration)", "\(credentials)", String(reflecting: configuration), dumped] {
        #expect(!text.contains("hidden") && !text.contains("PRIVATE"))
      }
    }
  }
}
