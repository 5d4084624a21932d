import OneDoorCrypto
import OneDoorJOSE

/// Who is registered in a world, by what they are there for.
struct Registry: Sendable {
  /// Two ordinary departments.
  var housing: TestDepartment
  var business: TestDepartment
  let tax: TestDepartment
  let court: TestDepartment
  /// Its software can only address assertions to the token endpoint.
  let archive: TestDepartment
  /// Public: an app, a page of scripts, and a program on the person's own machine.
  let app: TestDepartment
  /// Nothing declared about signing: RS256 ID tokens. Sends a nonce and no PKCE.
  let stock: TestDepartment
  /// Old software that sends neither PKCE nor nonce.
  let legacy: TestDepartment
  /// Never has a person.
  let machine: TestDepartment
  /// To be switched off.
  let closing: TestDepartment
  let persons: [TestPerson]

  var departments: [TestDepartment] {
    [housing, business, tax, court, archive, app, stock, legacy, machine, closing]
  }

  static let scriptOrigin = "https://spa.example"

  init(persons count: Int) throws {
    housing = try .basic(
      "housing", "audience: https://housing.example",
      "redirect_uris: [\"https://housing.example/cb\", \"https://housing.example/cb2?fixed=1\"]")
    business = try .basic("business", "id_token_claims: true")
    tax = TestDepartment(
      id: "tax", redirectURI: "https://tax.example/cb", proof: .post(try TestDepartment.drawSecret()),
      registered: ["may_call: [housing, court]"])
    court = try .assertion("court", "subject: public", "signing: {id_token: ES256, userinfo: ES256}")
    archive = try .assertion("archive", "assertion_audience: token_endpoint", "subject: public")
    app = TestDepartment(
      id: "app", redirectURI: "https://spa.example/cb", proof: .none,
      registered: [
        "redirect_uris: [\"\(Self.scriptOrigin)/cb\", \"http://127.0.0.1/cb\", \"http://[::1]:9999/cb\","
          + " \"http://localhost:3456/cb\", \"com.example.app:/cb\"]"
      ])
    stock = try .basic("stock", "signing: default", "pkce: or-nonce")
    legacy = try .basic("legacy", "pkce: off")
    machine = try .basic(
      "machine", "grants: [client_credentials]", "redirect_uris: []", "post_logout_redirect_uris: []",
      "scopes: [revocation]", "audience: urn:machine")
    closing = try .basic("closing")
    persons = (1...count).map(TestPerson.init(number:))
  }

  var document: String {
    "---\ndepartments:\n" + departments.map(\.registration).joined() + "persons:\n"
      + persons.map(\.registration).joined() + "...\n"
  }

  /// What the document's secrets are read from.
  var environment: [String: String] {
    departments.reduce(into: [:]) { $0[$1.secretVariable] = $1.secret }
  }
}

struct TestPerson: Sendable {
  let login: String
  let name: String
  let phone: String
  let email: String
  var password = TestPerson.usualPassword

  static let usualPassword = "teapot-lantern-river"

  init(number: Int) {
    let digits = number < 10 ? "0\(number)" : "\(number)"
    login = "citizen.\(digits)"
    name = "张\(digits)"
    phone = "+86138000001\(digits)"
    email = "citizen.\(digits)@example.org"
  }

  var registration: String {
    """
      - login: \(login)
        name: \(name)
        password: \(password)
        phone: "\(phone)"
        email: \(email)
        verified: [phone]

    """
  }
}
