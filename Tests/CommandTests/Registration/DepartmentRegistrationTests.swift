import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import Testing
import onedoor

@Suite struct DepartmentRegistrationTests {
  private static let secret = "0123456789abcdefghijklmnopqrstuv"

  static func load(_ text: String) throws(ConfigurationErrors) -> Registration {
    try Registration.load(
      text: text, file: "d.yaml", environment: ["HOUSING_SECRET": secret, "SHORT": "0123456789abcdefghijklmnopqrstu"])
  }

  static func problems(_ text: String) -> [String] {
    do throws(ConfigurationErrors) {
      _ = try load(text)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  static let whole = """
    departments:
      - id: housing
        name: {en: Housing Office, zh-Hans: 住房保障局}
        redirect_uris: [http://localhost:8081/signin/callback]
        post_logout_redirect_uris: [http://localhost:8081/]
        authentication: client_secret_basic
        secret: env:HOUSING_SECRET
        signing: {id_token: ES256, access_token: RS256, userinfo: ES256}
        pkce: or-nonce
        grants: [authorization_code, refresh_token, client_credentials]
        scopes: [openid, profile, revocation]
        id_token_claims: true
        consent: trusted
        refresh: rotate
        audience: https://housing.example
        sector: ministry
        subject: public
        may_call: [business, tax]

    """

  static let least = """
    departments:
      - id: housing
        name: {en: Housing Office}
        redirect_uris: [https://housing.example/cb]
        authentication: client_secret_post

    """

  @Test func `everything that can be said arrives where it belongs`() throws {
    let department = try #require(try Self.load(Self.whole).departments.first)
    #expect(department.id.text == "housing")
    #expect(department.name == LocalizedName(english: "Housing Office", others: ["zh-Hans": "住房保障局"]))
    #expect(department.redirectURIs == ["http://localhost:8081/signin/callback"])
    #expect(department.postLogoutRedirectURIs == ["http://localhost:8081/"])
    #expect(department.authentication == .clientSecretBasic)
    #expect(department.secret == Secret(Self.secret))
    #expect(department.idTokenAlgorithm == .ES256 && department.accessTokenAlgorithm == .RS256)
    #expect(department.userinfoAlgorithm == .ES256 && department.subjectType == .public)
    #expect(department.mayCall.map(\.text) == ["business", "tax"])
    #expect(department.pkce == .orNonce)
    #expect(department.grants == [.authorizationCode, .refreshToken, .clientCredentials])
    #expect(department.scopes == [.openid, .profile, .revocation])
    #expect(department.releasesClaimsInIDToken)
    #expect(department.refresh == .rotate)
    #expect(department.audience == "https://housing.example")
    #expect(department.sector == "ministry" && department.department().sector == "ministry")
  }

  @Test func `what is not said has its default, and the same as the rules have`() throws {
    let department = try #require(try Self.load(Self.least).departments.first)
    let id = try #require(DepartmentID("housing"))
    #expect(
      department.department()
        == Department(
          id: id, name: LocalizedName(english: "Housing Office"), redirectURIs: ["https://housing.example/cb"],
          authentication: .clientSecretPost))
    #expect(department.secret == nil)
    let app = try #require(
      try Self.load(Self.least.replacing("client_secret_post", with: "none")).departments.first)
    #expect(app.refresh == .rotate)
    #expect(app.origins == ["https://housing.example"])
  }

  @Test func `what costs or weakens is said`() throws {
    let plain = try #require(try Self.load(Self.least).departments.first)
    #expect(plain.remarks.count == 1 && plain.remarks.first?.contains("80 times") == true)
    let weak = try #require(try Self.load(Self.least + "    pkce: off\n").departments.first)
    #expect(weak.remarks.last?.contains("weak") == true)
  }

  @Test(arguments: [
    "a", "housing", "A.b_c-1", String(repeating: "a", count: 64), String(repeating: "a", count: 42) + ".",
  ])
  func `a client_id`(text: String) throws {
    #expect(try DepartmentWords.id(text).text == text)
  }

  @Test(arguments: [
    "", "a b", "a/b", "é", "ａ", "a\n", String(repeating: "a", count: 65), "..", ".",
    String(repeating: "a", count: 43), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
  ])
  func `no client_id`(text: String) {
    #expect(throws: WrongValue.self) { try DepartmentWords.id(text) }
  }
}
