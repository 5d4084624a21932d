import OneDoorLogin
package import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// The authorization endpoint (OpenID Connect Core §3.1.2).
  package func authorize(_ parameters: Parameters, _ origin: RequestOrigin) async -> BrowserOutcome {
    await browsing("authorize") {
      let request = try openPosted(parameters) ?? parameters
      return try await decidingTwice(about: request["client_id"].flatMap(DepartmentID.init)) { _ in
        try await begin(request, session(of: origin), origin)
      } otherwise: {
        // A session that does not hold still is not stood on: the person proves anew who they are.
        try await begin(request, nil, origin)
      }
    }
  }

  private func begin(
    _ parameters: Parameters, _ facts: SessionFacts?, _ origin: RequestOrigin
  ) async throws -> BrowserOutcome {
    let request = try checked(parameters)
    let now = clock()
    switch try await decide(request, session: facts, journey: nil, at: now) {
    case .grant(let facts): return try await grant(request, to: facts, at: now)
    case .signIn: return try startJourney(.signIn, request, parameters, origin, at: now)
    case .continueAs(let facts):
      return try startJourney(.continueAs(facts.person.id, facts.session.id), request, parameters, origin, at: now)
    }
  }

  /// The department by its id, and every check of its request.
  func checked(_ parameters: Parameters) throws -> AuthorizationRequest {
    try require(!parameters.repeats("client_id"), or: PageRefusal.duplicateParameter)
    guard let department = parameters["client_id"].flatMap(DepartmentID.init).flatMap({ departments[$0] })
    else { throw PageRefusal.unknownDepartment }
    return try AuthorizationRequest.check(
      parameters, of: department, calling: departments.callable(by: department))
  }

  /// OpenID Connect Core §3.1.2.1 asks for POST as well. A form that a department's page posts brings no Lax cookie along,
  /// so that it is checked and sent round as a GET with the request sealed.
  package func authorizePost(_ parameters: Parameters) async -> BrowserOutcome {
    await browsing("authorize") {
      _ = try checked(parameters)
      let known = parameters.entries.filter { AuthorizationRequest.parameterNames.contains($0.name) }
      var encoder = ByteEncoder()
      for entry in known {
        encoder.prefixed(Array(entry.name.utf8))
        encoder.prefixed(Array(entry.value.utf8))
      }
      let sealed = try seal(encoder.bytes, with: postedRequests)
      return .redirect(location: "\(EndpointPath.authorize.rawValue)?j=\(sealed)", cookies: [])
    }
  }

  private func openPosted(_ parameters: Parameters) throws -> Parameters? {
    guard parameters.entries.count == 1, let sealed = parameters["j"] else { return nil }
    guard let bytes = postedRequests.open(sealed, at: clock()) else { throw PageRefusal.expiredJourney }
    var decoder = ByteDecoder(bytes)
    var entries: [Parameters.Entry] = []
    while !decoder.isAtEnd {
      guard let name = decoder.prefixed(), let value = decoder.prefixed() else { throw PageRefusal.expiredJourney }
      entries.append(
        Parameters.Entry(name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self)))
    }
    return Parameters(entries)
  }
}
