package import OneDoorMessages
import OneDoorRules

extension Provider {
  /// The token endpoint (RFC 6749 §3.2).
  package func token(_ parameters: Parameters, authorization: String?) async -> APIReply {
    await answering("token") {
      let authenticated = try await authenticate(parameters, authorization: authorization)
      let response: TokenResponse = try await decidingTwice(about: authenticated.department.id) { look in
        // Where it is the registration that changed, what authenticated the department may be void with it.
        let department =
          look == .first ? authenticated : try recognise(parameters, authorization: authorization)
        return try await respond(to: parameters, by: department.department)
      } otherwise: {
        throw TokenRefusal.grantUnsettled
      }
      return APIReply(status: 200, body: response.serialized())
    }
  }

  private func respond(to parameters: Parameters, by department: Department) async throws -> TokenResponse {
    guard let name = parameters["grant_type"] else { throw TokenRefusal.grantTypeMissing }
    guard let grant = GrantType(rawValue: name) else { throw TokenRefusal.grantTypeUnsupported }
    try require(department.grants.contains(grant), or: TokenRefusal.grantNotRegistered)
    return switch grant {
    case .authorizationCode: try await redeemCode(parameters, by: department)
    case .refreshToken: try await refresh(parameters, by: department)
    case .clientCredentials: try issueDepartmentToken(parameters, to: department)
    }
  }
}
