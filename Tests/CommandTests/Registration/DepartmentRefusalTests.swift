import Testing
import onedoor

@Suite struct DepartmentRefusalTests {
  private static let keys = """
        jwks: {keys: [{kty: EC, crv: P-256, x: wpUasXz9TlfdDuJeRMGDeQlHOydGV09jPUZvrXqUWRc,
          y: ayU6ViFvii-qC1M87TgOeYa2j3n9T3Pd9addalsVTUY}]}

    """

  /// A change to the least registration, the line and column, and what is said of it.
  @Test(arguments: [
    ("id: housing", "id: hou sing", "2:9", "department hou sing: id \"hou sing\" is not 1 to 64"),
    ("id: housing", "ids: housing", "2:5", "department has no entry ids: did you mean id?"),
    ("id: housing", "ids: housing", "2:5", "department: id is missing"),
    ("name: {en: Housing Office}", "name: Housing", "3:11", "department housing: name wants a name in each language"),
    ("name: {en: Housing Office}", "name: {fr: Logement}", "3:11", "department housing: name needs en"),
    ("name: {en: Housing Office}", "name: {en: a, EN: b}", "3:19", "department housing: name: EN is no language"),
    ("name: {en: Housing Office}", "name: {en: a, en: b}", "3:19", "department housing: name: en is given twice"),
    ("name: {en: Housing Office}", "name: {en: \" \"}", "3:12", "department housing: name: en is empty"),
    ("name: {en: Housing Office}", "name: {en: }", "3:12", "department housing: name: en wants a name"),
    (
      "name: {en: Housing Office}", "names: {en: a}", "3:5", "department housing has no entry names: did you mean name?"
    ),
    ("[https://housing.example/cb]", "https://a.example/", "4:20", "department housing: redirect_uris wants a list"),
    (
      "[https://housing.example/cb]", "[http://a.example/]", "4:21", "department housing: redirect_uris \"http://a.exam"
    ),
    ("[https://housing.example/cb]", "[]", "4:5", "department housing: authorization_code needs redirect_uris"),
    (
      "[https://housing.example/cb]", "[https://a.example/, https://a.example/]", "4:41",
      "department housing: redirect_uris lists https://a.example/ twice"
    ),
    (
      "client_secret_post", "client_secret_jwt", "5:21",
      "department housing: authentication is none of client_secret_ba"
    ),
    ("    authentication: client_secret_post\n", "", "2:5", "department housing: authentication is missing"),
    ("client_secret_post", "private_key_jwt", "5:5", "department housing: private_key_jwt needs jwks"),
    ("client_secret_post\n", "none\n    secret: env:HOUSING_SECRET\n", "6:5", "department housing: none has no secret"),
    (
      "client_secret_post\n", "private_key_jwt\n    secret: env:HOUSING_SECRET\n" + keys, "6:5",
      "department housing: private_key_jwt has no secret"
    ),
    ("client_secret_post\n", "client_secret_post\n" + keys, "6:5", "department housing: jwks is for private_key_jwt"),
    (
      "client_secret_post\n", "none\n    pkce: or-nonce\n", "6:5",
      "department housing: a public department cannot do wi"
    ),
    (
      "client_secret_post\n", "none\n    pkce: off\n", "6:5",
      "department housing: a public department cannot do without"
    ),
    ("client_secret_post\n", "none\n    refresh: steady\n", "6:5", "department housing: a public department's refresh"),
    (
      "client_secret_post\n", "none\n    grants: [authorization_code, client_credentials]\n", "6:5",
      "department housing: client_credentials is for confidential departments"
    ),
  ])
  func `each entry is checked`(old: String, new: String, place: String, message: String) {
    refuse(old, new, place, message)
  }

  @Test(arguments: [
    ("pkce: plain", "6:11", "department housing: pkce is none of required, or-nonce, off"),
    ("pkce: of", "6:11", "department housing: pkce is none of required, or-nonce, off: did you mean off?"),
    ("consent: ask", "6:14", "department housing: consent ask is not possible yet: write trusted"),
    ("subject: private", "6:14", "department housing: subject is none of pairwise, public"),
    ("may_call: business", "6:15", "department housing: may_call wants a list"),
    ("may_call: [housing]", "6:5", "department housing: may_call names the department itself"),
    ("may_call: [\"a b\"]", "6:16", "department housing: may_call \"a b\" is not 1 to 64"),
    ("signing: {userinfo: HS256}", "6:25", "department housing: signing: userinfo is none of ES256, RS256"),
    ("consent: none", "6:14", "department housing: consent must be trusted"),
    ("refresh: never", "6:14", "department housing: refresh is none of steady, rotate"),
    ("grants: [password]", "6:14", "department housing: grants is none of authorization_code"),
    ("grants: [implicit]", "6:14", "department housing: grants is none of authorization_code"),
    ("grants: []", "6:5", "department housing: grants is empty"),
    ("grants: [refresh_token]", "6:5", "department housing: refresh_token is of no use without authorization_code"),
    ("grants: [client_credentials]", "4:5", "department housing: redirect_uris need the grant authorization_code"),
    ("scopes: [openid, adress]", "6:22", "department housing: scopes is none of openid, profile"),
    ("scopes: [profile]", "6:5", "department housing: authorization_code needs the scope openid"),
    ("scopes: [openid, revocation]", "6:5", "department housing: the scope revocation needs the grant client_credent"),
    ("signing: {id_token: none}", "6:25", "department housing: signing: id_token is none of ES256, RS256"),
    ("signing: {id_token: HS256}", "6:25", "department housing: signing: id_token is none of ES256, RS256"),
    ("signing: {idtoken: ES256}", "6:15", "department housing: signing has no entry idtoken: did you mean id_token?"),
    ("signing: ES256", "6:14", "department housing: signing wants names and values, and not a single value"),
    ("id_token_claims: yes", "6:22", "department housing: id_token_claims wants true or false"),
    ("id_token_claims: \"true\"", "6:22", "department housing: id_token_claims wants true or false"),
    ("audience: \"a b\"", "6:15", "department housing: audience is not 1 to 255 visible ASCII"),
    ("audience: \"https://a.example#x\"", "6:15", "department housing: audience has a fragment"),
    ("sector: \"a b\"", "6:13", "department housing: sector \"a b\" is not 1 to 64 letters"),
    ("assertion_audience: issuer", "6:5", "department housing: assertion_audience is for private_key_jwt only"),
    ("secret: env:SHORT", "6:13", "department housing: secret is a secret shorter than 32 characters"),
    ("secret: env:NONE", "6:13", "department housing: secret wants the environment variable NONE, not set"),
    ("secret: file:/no/such", "6:13", "department housing: secret names the file /no/such, which cannot be read"),
    ("secret: 0123456789abcdefghijklmnopqrstuv", "6:13", "department housing: secret must not stand in the file"),
    ("secret:", "6:12", "department housing: secret wants a value, and not nothing"),
    ("pkce: required\n    pkce: off", "7:5", "pkce is given twice, first in line 6"),
    ("redirect_uri: a", "6:5", "department housing has no entry redirect_uri: did you mean redirect_uris?"),
  ])
  func `each further entry is checked`(entry: String, place: String, message: String) {
    refuse("client_secret_post\n", "client_secret_post\n    \(entry)\n", place, message)
  }

  @Test(arguments: [
    ("{}", "wants a JWK Set"), ("[]", "wants a JWK Set"), ("{keys: []}", "has no key that we can use"),
    ("{keys: [{kty: oct, k: c2VjcmV0}]}", ""), ("{keys: [{kty: EC, crv: P-521, x: AA, y: AA}]}", ""),
    (
      """
      {keys: [{kty: EC, crv: P-256, x: wpUasXz9TlfdDuJeRMGDeQlHOydGV09jPUZvrXqUWRc,
              y: ayU6ViFvii-qC1M87TgOeYa2j3n9T3Pd9addalsVTUY, d: ayU6ViFvii-qC1M87TgOeYa2j3n9T3Pd9addalsVTUY}]}
      """, ""
    ),
  ])
  func `keys are public keys that we can use`(jwks: String, message: String) {
    refuse(
      "client_secret_post\n", "private_key_jwt\n    jwks: \(jwks)\n", "6:11", "department housing: jwks \(message)")
  }

  @Test(arguments: [
    ("[https://housing.example/cb]", "[http://housing.example/cb]"),
    ("client_secret_post\n", "client_secret_post\n    grants: [implicit]\n"),
    ("client_secret_post\n", "client_secret_post\n    scopes: [opnid]\n"),
    ("client_secret_post", "client_secret_jwt"),
  ])
  func `one slip is told once`(old: String, new: String) {
    let found = DepartmentRegistrationTests.problems(DepartmentRegistrationTests.least.replacing(old, with: new))
    #expect(found.count == 1, "\(found)")
  }

  @Test func `a key set of the right kind is taken`() throws {
    let text = DepartmentRegistrationTests.least.replacing(
      "client_secret_post\n", with: "private_key_jwt\n" + Self.keys)
    #expect(try DepartmentRegistrationTests.load(text).departments.first?.jwks.count == 1)
  }

  @Test(arguments: [
    ("id: housing\n", "department housing is given twice"),
    ("id: other\n    audience: housing\n", "department other shares an audience with housing"),
  ])
  func `two departments are two`(id: String, message: String) {
    let second = DepartmentRegistrationTests.least.replacing("departments:\n", with: "")
      .replacing("id: housing\n", with: id)
    #expect(
      DepartmentRegistrationTests.problems(DepartmentRegistrationTests.least + second) == ["d.yaml:6:5: \(message)"])
  }

  @Test(arguments: [
    ("departments: {}\n", "d.yaml:1:14: departments wants a list"), ("department: []\n", "d.yaml:1:1: the file has no"),
    ("{}\n", "d.yaml:1:1: the file has neither departments nor persons"), ("[]\n", "d.yaml:1:1: the file wants names"),
    ("departments: [x]\n", "d.yaml:1:15: department wants names and values"),
  ])
  func `a file of the wrong shape is refused`(text: String, message: String) {
    #expect(DepartmentRegistrationTests.problems(text).first?.hasPrefix(message) == true)
  }

  private func refuse(_ old: String, _ new: String, _ place: String, _ message: String) {
    #expect(DepartmentRegistrationTests.least.contains(old))
    let found = DepartmentRegistrationTests.problems(DepartmentRegistrationTests.least.replacing(old, with: new))
    #expect(found.contains { $0.hasPrefix("d.yaml:\(place): \(message)") }, "\(found)")
  }
}
