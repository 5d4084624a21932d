import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// Authenticates the department that calls. An assertion is used up here, before anything is done on its strength.
  func authenticate(_ parameters: Parameters, authorization: String?) async throws -> AuthenticatedDepartment {
    try require(parameters.firstDuplicate == nil, or: TokenRefusal.duplicateParameter)
    let presented = try PresentedCredentials.read(parameters, authorization: authorization)
    let authenticated = try AuthenticatedDepartment.authenticate(
      presented, department: presented.claimedID.flatMap { departments[$0] },
      audience: AssertionAudiences(issuer: issuer, tokenEndpoint: issuer + EndpointPath.token.rawValue), now: clock())
    if let assertion = authenticated.assertion {
      let isFirst = try await store.remember(assertion: assertion.key, until: assertion.until)
      try require(isFirst, or: TokenRefusal.assertionReused)
    }
    return authenticated
  }
}
