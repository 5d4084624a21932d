import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules

/// One fixed world: the same department, person and moment in every rule's test.
enum Fixture {
  static let now = UnixTime(1_800_000_000)
  static let policy = Policy()
  static let secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldC0"
  static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

  static func id(_ text: String) -> DepartmentID {
    guard let id = DepartmentID(text) else { preconditionFailure("\(text) is no client_id") }
    return id
  }

  static func department(
    _ id: String = "housing", redirectURIs: [String] = ["https://housing.example/signin/callback"],
    authentication: ClientAuthenticationMethod = .clientSecretBasic, change: (inout Department) -> Void = { _ in }
  ) -> Department {
    var department = Department(
      id: Fixture.id(id), name: LocalizedName(english: "Housing Office"), redirectURIs: redirectURIs,
      postLogoutRedirectURIs: ["https://housing.example/"], authentication: authentication,
      secretHashes: [SHA256.hash(Array(secret.utf8))], grants: [.authorizationCode, .refreshToken],
      scopes: [.openid, .profile, .phone, .email])
    change(&department)
    return department
  }

  static let person = Person(
    id: PersonID(7), login: "zhang.wei", name: "张伟", phone: "+8613800000000", email: "zhang.wei@example.org",
    isPhoneVerified: true, isEmailVerified: false, updatedAt: UnixTime(1_790_000_000))

  static func session(signedIn: UnixTime = now - 60, lastActive: UnixTime = now - 60, id: Int64 = 3) -> SSOSession {
    SSOSession(
      id: SessionID(id), hash: SessionHash(bytes: []), personID: person.id,
      authentication: Authentication(time: signedIn, acr: .password, amr: [.pwd]), createdAt: signedIn,
      lastActive: lastActive, expiresAt: signedIn + policy.sessionAbsolute)
  }

  static func facts(signedIn: UnixTime = now - 60) -> SessionFacts {
    SessionFacts(session: session(signedIn: signedIn), person: person)
  }

  static let handle = ParticipationHandle(random: Array(repeating: 9, count: 16))

  static func participation(of department: Department = department()) -> ParticipationFacts {
    ParticipationFacts(
      participation: Participation(
        id: ParticipationID(5), handle: handle, sessionID: SessionID(3), department: department.id,
        subject: .person(person.id), scopes: [.openid, .profile, .email], createdAt: now - 60),
      session: session(), person: person)
  }

  static let good: [(String, String)] = [
    ("client_id", "housing"), ("redirect_uri", "https://housing.example/signin/callback"), ("response_type", "code"),
    ("scope", "openid profile"), ("state", "s"), ("nonce", "n"), ("code_challenge", challenge),
    ("code_challenge_method", "S256"),
  ]

  /// The good request with some parameters replaced, removed (nil) or added.
  static func parameters(_ changes: [String: String?] = [:], adding: [(String, String)] = []) -> Parameters {
    var entries = good.compactMap { name, value -> Parameters.Entry? in
      guard let change = changes[name] else { return Parameters.Entry(name: name, value: value) }
      return change.map { Parameters.Entry(name: name, value: $0) }
    }
    for (name, value) in changes where !good.contains(where: { $0.0 == name }) {
      if let value { entries.append(Parameters.Entry(name: name, value: value)) }
    }
    return Parameters(entries + adding.map { Parameters.Entry(name: $0.0, value: $0.1) })
  }
}
