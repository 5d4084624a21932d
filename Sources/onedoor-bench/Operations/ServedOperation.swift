import OneDoorMessages

/// An operation of the provider over HTTP: who visits it, what its limit is made of, and how near it shall come.
struct ServedOperation: Sendable {
  let title: String
  let limit: Limit
  let aim: Double
  /// The visitors that drive it, one for each connection.
  let visitors: @Sendable (BenchProvider, Load) throws -> [any Visitor]

  init?(_ name: OperationName) {
    switch name {
    case .clientCredentials: self = .clientCredentials
    case .introspection: self = .introspection
    case .refresh: self = .refresh
    case .hop: self = .hop
    case .login: self = .login
    case .discovery: self = .document("discovery", .openidConfiguration, holding: "\"jwks_uri\"")
    case .jwks: self = .document("JWKS", .jwks, holding: "\"keys\"")
    case .verify, .startUp, .memory: return nil
    }
  }

  private init(
    _ title: String, _ limit: Limit, aim: Double,
    visitors: @escaping @Sendable (BenchProvider, Load) throws -> [any Visitor]
  ) {
    self.title = title
    self.limit = limit
    self.aim = aim
    self.visitors = visitors
  }

  private static let clientCredentials = ServedOperation(
    "client_credentials", [.emptyPost: 1, .signature: 1], aim: 1.3
  ) { provider, _ in
    provider.citizens.map {
      SteadyVisitor($0.tokenRequest([("grant_type", "client_credentials")]), answeredWith: "\"access_token\"")
    }
  }

  private static let introspection = ServedOperation(
    "introspection", [.emptyPost: 1, .verification: 1], aim: 1.2
  ) { provider, load in
    // Access tokens live for minutes: fresh ones.
    try SignedIn.hop(provider, load)
    return provider.citizens.map { citizen in
      SteadyVisitor(
        RequestText.post(
          EndpointPath.introspect.rawValue, host: citizen.host, form: [("token", citizen.accessToken)],
          authorization: citizen.department.authorization),
        answeredWith: "\"active\":true")
    }
  }

  private static let refresh = ServedOperation(
    "refresh (steady)", [.emptyPost: 1, .signature: 2], aim: 1.4
  ) { provider, load in
    try SignedIn.hop(provider, load)
    return provider.citizens.map { citizen in
      SteadyVisitor(
        citizen.tokenRequest([("grant_type", "refresh_token"), ("refresh_token", citizen.refreshToken)]),
        answeredWith: "\"id_token\"")
    }
  }

  private static let hopLimit: Limit = [.emptyGet: 1, .emptyPost: 1, .signature: 2, .commit: 2]

  private static let hop = ServedOperation("SSO hop", hopLimit, aim: 1.5) { provider, load in
    try SignedIn.ensure(provider, load)
    return provider.citizens.map(HopVisitor.init)
  }

  private static let login = ServedOperation(
    "login", hopLimit + [.argon2id: 1, .emptyGet: 1, .emptyPost: 1], aim: 1.05
  ) { provider, _ in provider.citizens.map(LoginVisitor.init) }

  private static func document(_ title: String, _ path: EndpointPath, holding mark: StaticString) -> ServedOperation {
    ServedOperation(title, [.emptyGet: 1], aim: 1.1) { provider, _ in
      provider.citizens.map { SteadyVisitor(RequestText.get(path.rawValue, host: $0.host), answeredWith: mark) }
    }
  }
}

/// Brings the citizens to where an operation begins.
enum SignedIn {
  static func ensure(_ provider: BenchProvider, _ load: Load) throws {
    guard provider.citizens.contains(where: { $0.sessionCookie.isEmpty }) else { return }
    _ = try load.run(provider.citizens.map(LoginVisitor.init), seconds: 0)
  }

  static func hop(_ provider: BenchProvider, _ load: Load) throws {
    try ensure(provider, load)
    _ = try load.run(provider.citizens.map(HopVisitor.init), seconds: 0)
  }
}
