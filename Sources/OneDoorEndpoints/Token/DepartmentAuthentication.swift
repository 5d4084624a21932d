import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// The other department that the token is to be used at (RFC 8707 §2.2); nil: the asking one itself.
  func resource(
    _ parameters: Parameters, for department: Department, coded tag: ResourceTag? = nil
  ) throws(TokenRefusal) -> Department? {
    try CallableResources(of: department, others: departments.callable(by: department))
      .choose(parameters["resource"], coded: tag)
  }

  /// Authenticates the department that calls. An assertion is used up here, before anything is done on its strength.
  func authenticate(_ parameters: Parameters, authorization: String?) async throws -> AuthenticatedDepartment {
    let authenticated = try recognise(parameters, authorization: authorization)
    if let assertion = authenticated.assertion {
      let isFirst = try await store.remember(assertion: assertion.key, until: assertion.until)
      try require(isFirst, or: TokenRefusal.assertionReused)
    }
    return authenticated
  }

  /// Whether what was presented fits the registration as it stands now. It uses nothing up, and so may be asked again.
  func recognise(
    _ parameters: Parameters, authorization: String?
  ) throws(TokenRefusal) -> AuthenticatedDepartment {
    try require(!parameters.repeats("resource"), or: TokenRefusal.severalResources)
    try require(parameters.firstDuplicate == nil, or: TokenRefusal.duplicateParameter)
    let presented = try PresentedCredentials.read(parameters, authorization: authorization)
    return try AuthenticatedDepartment.authenticate(
      presented, department: presented.claimedID.flatMap { departments[$0] },
      audience: AssertionAudiences(issuer: issuer, tokenEndpoint: issuer + EndpointPath.token.rawValue), now: clock())
  }
}
