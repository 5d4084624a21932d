package import OneDoorMessages
import OneDoorRules

extension Provider {
  /// The token endpoint (RFC 6749 §3.2).
  package func token(_ parameters: Parameters, authorization: String?) async -> APIReply {
    await answering("token") {
      let authenticated = try await authenticate(parameters, authorization: authorization)
      let department = authenticated.department
      guard let name = parameters["grant_type"] else { throw TokenRefusal.grantTypeMissing }
      guard let grant = GrantType(rawValue: name) else { throw TokenRefusal.grantTypeUnsupported }
      try require(department.grants.contains(grant), or: TokenRefusal.grantNotRegistered)
      let response =
        switch grant {
        case .authorizationCode: try await redeemCode(parameters, by: department)
        case .refreshToken: try await refresh(parameters, by: department)
        case .clientCredentials: try issueDepartmentToken(parameters, to: department)
        }
      return APIReply(status: 200, body: response.serialized())
    }
  }
}
