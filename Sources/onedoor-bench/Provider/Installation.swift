import Foundation

/// What the measured provider is told. One event loop and one hashing thread, since it has one core; everything else is
/// the default.
struct Installation {
  let executable: String
  let port: Int
  let host: String
  let folder: TemporaryFolder

  struct Account {
    let login: String
    let password: String
  }

  struct Client {
    let id: String
    let secret: String
    let redirectURI: String

    var authorization: String { RequestText.basic(id, secret) }
  }

  /// One for each connection: one attempt at an account is under way at a time.
  let citizens = (1...Load.connections).map {
    Account(login: "citizen.\($0)", password: "a plain sentence for citizen \($0)")
  }

  var department: Client {
    Client(
      id: BenchProvider.departmentID, secret: "not-a-secret-but-as-long-as-one-has-to-be",
      redirectURI: "http://localhost:\(port)/callback-of-bench")
  }

  var configuration: String {
    """
    ---
    issuer: http://\(host)
    listen: 127.0.0.1:\(port)
    data: \(folder.file("data").path)
    keys: \(folder.file("keys").path)
    store: sqlite
    threads: 1
    login: {hashers: 1}
    ...

    """
  }

  var registration: String {
    let persons = citizens.enumerated().map { number, citizen in
      """
        - login: \(citizen.login)
          name: Citizen \(number + 1)
          password: \(citizen.password)
          email: \(citizen.login)@example.org
          verified: [email]

      """
    }
    return """
      ---
      departments:
        - id: \(department.id)
          name: {en: Bench}
          redirect_uris: ["\(department.redirectURI)"]
          authentication: client_secret_basic
          secret: file:\(folder.file("secret").path)
          signing: {id_token: ES256, access_token: ES256}
          grants: [authorization_code, refresh_token, client_credentials]
          scopes: [openid, profile, email, revocation]
      persons:
      \(persons.joined())...

      """
  }
}
