import OneDoorJOSE
import OneDoorMessages
import OneDoorRules

extension Provider {
  /// grant_type=client_credentials (RFC 6749 §4.4): a token that a department holds for itself. It reads and writes no row.
  func issueDepartmentToken(_ parameters: Parameters, to department: Department) throws -> TokenResponse {
    try require(department.isConfidential, or: TokenRefusal.grantNotRegistered)
    guard let requested = ScopeSet.parse(parameters["scope"] ?? "") else { throw TokenRefusal.scopeMalformed }
    let resource = try resource(parameters, for: department)
    // The stream is this provider's: a token for another department has no scope that means anything there.
    let own = resource == nil ? department.scopes.intersection(.revocation) : []
    try require(requested.isSubset(of: own), or: TokenRefusal.scopeExceeded)
    let now = clock()
    let access = claims.departmentToken(
      for: department, resource: resource, scopes: requested, tokenID: try newTokenID(), now: now)
    let token = try keys.tokenSigner(department.accessTokenAlgorithm, at: now)
      .sign(typ: TokenType.accessToken, payload: access.serialized())
    return TokenResponse(accessToken: token, expiresIn: access.expires - now.seconds, scope: requested.text)
  }
}
