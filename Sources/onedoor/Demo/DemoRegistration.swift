import OneDoorCrypto
import OneDoorJOSE

/// Who takes part in a demo. Everything follows from the ports and the folder's secret, so that every start registers the
/// same.
package struct DemoRegistration: Sendable {
  struct Person: Sendable {
    let login: String
    let password: String
  }

  /// For a demo on loopback alone; `serve` knows nobody until somebody is registered.
  static let persons = [
    Person(login: "zhang.wei", password: "teapot-lantern-river"),
    Person(login: "li.na", password: "paper-crane-harbour"),
  ]

  let ports: DemoPorts
  let secret: [UInt8]

  package init(ports: DemoPorts, secret: [UInt8]) {
    self.ports = ports
    self.secret = secret
  }

  /// A secret for one purpose, as text of 43 characters.
  package func secret(_ purpose: String) throws -> String {
    Base64URL.encode(
      try HKDF.sha256(secret: secret, salt: [], info: Array("onedoor/demo/\(purpose)".utf8), count: 32))
  }

  package func registration() throws -> Registration {
    var environment: [String: String] = [:]
    for id in ["housing", "business"] { environment["\(id.uppercased())_SECRET"] = try secret(id) }
    for (index, person) in Self.persons.enumerated() { environment["PASSWORD_\(index)"] = person.password }
    return try Registration.load(text: text, file: "the demo's registration", environment: environment)
  }

  private var text: String {
    """
    departments:
      - id: housing
        name: {en: Housing Office, zh-Hans: 住房保障局, zh-Hant: 住房保障局, ar: إدارة الإسكان}
        redirect_uris: [http://localhost:\(ports.housing)/signin/callback]
        post_logout_redirect_uris: [http://localhost:\(ports.housing)/]
        authentication: client_secret_basic
        secret: env:HOUSING_SECRET
        signing: {id_token: ES256, access_token: ES256}
        grants: [authorization_code, refresh_token, client_credentials]
        scopes: [openid, profile, phone, email, revocation]
        id_token_claims: true
      - id: business
        name: {en: Business Registration, zh-Hans: 企业登记局, zh-Hant: 企業登記局, ar: سجل الأعمال}
        redirect_uris: [http://localhost:\(ports.business)/signin/callback]
        post_logout_redirect_uris: [http://localhost:\(ports.business)/]
        authentication: client_secret_basic
        secret: env:BUSINESS_SECRET
        signing: {id_token: ES256, access_token: ES256}
        grants: [authorization_code, refresh_token, client_credentials]
        scopes: [openid, profile, revocation]
        id_token_claims: true
    persons:
      - login: zhang.wei
        name: 张伟
        password: env:PASSWORD_0
        phone: "+8613800000000"
        email: zhang.wei@example.org
        verified: [phone, email]
      - login: li.na
        name: 李娜
        password: env:PASSWORD_1
        phone: "+8613900000000"
        email: li.na@example.org
        verified: [phone]

    """
  }
}

/// The provider's port and the two after it.
package struct DemoPorts: Sendable {
  let provider: Int
  package init(provider: Int) { self.provider = provider }
  var housing: Int { provider + 1 }
  var business: Int { provider + 2 }
  var all: [Int] { [provider, housing, business] }
}
