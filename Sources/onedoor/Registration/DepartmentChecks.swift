import OneDoorMessages
import OneDoorRules

/// What must hold between the entries of one department.
enum DepartmentChecks {
  static func problems(
    of department: DepartmentRegistration, _ fields: MappingReader
  ) -> [(name: String, message: String)] {
    var found: [(name: String, message: String)] = []
    func require(_ holds: Bool, _ name: String, _ message: String) {
      if !holds { found.append((name, message)) }
    }
    let method = department.authentication.rawValue
    require(department.usesSecret || !fields.has("secret"), "secret", "\(method) has no secret")
    switch department.authentication {
    case .privateKeyJWT: require(fields.has("jwks"), "authentication", "\(method) needs jwks with the public keys")
    case .clientSecretBasic, .clientSecretPost, .none:
      require(!fields.has("jwks"), "jwks", "jwks is for private_key_jwt, and not for \(method)")
    }
    require(
      department.authentication == .privateKeyJWT || !fields.has("assertion_audience"), "assertion_audience",
      "assertion_audience is for private_key_jwt only")

    if department.isPublic {
      require(department.pkce == .required, "pkce", "a public department cannot do without PKCE (RFC 9700 §2.1.1)")
      require(
        department.refresh == .rotate, "refresh", "a public department's refresh tokens must rotate (RFC 9700 §4.14.2)")
      require(
        !department.grants.contains(.clientCredentials), "grants",
        "client_credentials is for confidential departments (RFC 6749 §4.4)")
    }
    require(!department.mayCall.contains(department.id), "may_call", "may_call names the department itself")
    found += grantProblems(of: department, fields)
    return found
  }

  /// An item that could not be read has a problem of its own; what it would have said is not held against the rest.
  private static func grantProblems(
    of department: DepartmentRegistration, _ fields: MappingReader
  ) -> [(name: String, message: String)] {
    let (grants, scopes) = (department.grants, department.scopes)
    guard !fields.has("grants") || fields.count("grants") == grants.count else { return [] }
    var found: [(name: String, message: String)] = []
    func require(_ holds: Bool, _ name: String, _ message: String) {
      if !holds { found.append((name, message)) }
    }
    let hasCode = grants.contains(.authorizationCode)
    let hasURIs = fields.count("redirect_uris") > 0
    let scopesAreRead = !fields.has("scopes") || fields.count("scopes") == scopes.scopes.count
    require(!grants.isEmpty, "grants", "grants is empty, so that the department could do nothing")
    require(!hasCode || hasURIs, "redirect_uris", "authorization_code needs redirect_uris")
    require(hasCode || !hasURIs, "redirect_uris", "redirect_uris need the grant authorization_code")
    require(
      hasCode || !grants.contains(.refreshToken), "grants", "refresh_token is of no use without authorization_code")
    require(
      !hasCode || !scopesAreRead || scopes.contains(.openid), "scopes", "authorization_code needs the scope openid")
    require(
      !scopes.contains(.revocation) || grants.contains(.clientCredentials), "scopes",
      "the scope revocation needs the grant client_credentials")
    return found
  }
}
