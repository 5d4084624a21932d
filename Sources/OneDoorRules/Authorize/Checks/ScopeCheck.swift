import OneDoorMessages

/// OpenID Connect Core §3.1.2.1: `openid` must be there; what is unknown or not registered is left out of the grant, which
/// the answer's `scope` then says (RFC 6749 §3.3).
enum ScopeCheck {
  static func check(_ text: String?, of department: Department) throws(AuthorizeRefusal) -> ScopeSet {
    guard let requested = ScopeSet.parse(text ?? "") else { throw .scopeMalformed }
    let granted = requested.intersection(department.scopes).subtracting(notForPersons)
    try require(granted.contains(.openid), or: AuthorizeRefusal.scopeWithoutOpenID)
    return granted
  }

  /// offline_access is accepted and not granted; revocation is for the department itself.
  private static let notForPersons: ScopeSet = [.offlineAccess, .revocation]
}
