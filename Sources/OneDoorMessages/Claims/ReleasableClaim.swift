import OneDoorJOSE

/// The claims of a person that can be released, each under the scope whose registration allows it (OpenID Connect Core
/// §5.1, §5.4). Metadata, the `claims` parameter and the scopes all read this one table.
package enum ReleasableClaim: String, Sendable, CaseIterable {
  case name
  case preferredUsername = "preferred_username"
  case updatedAt = "updated_at"
  case email
  case emailVerified = "email_verified"
  case phoneNumber = "phone_number"
  case phoneNumberVerified = "phone_number_verified"

  package var scope: Scope {
    switch self {
    case .name, .preferredUsername, .updatedAt: .profile
    case .email, .emailVerified: .email
    case .phoneNumber, .phoneNumberVerified: .phone
    }
  }

  init?(name: String) {
    guard let claim = ReleasableClaim.allCases.first(where: { $0.rawValue.hasSameBytes(as: name) }) else { return nil }
    self = claim
  }
}

/// A set of claims, kept as bits: it travels inside codes and rows.
package struct ClaimSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package init(_ claims: some Sequence<ReleasableClaim>) {
    self.init(rawValue: claims.reduce(0) { $0 | 1 << ClaimSet.bit($1) })
  }

  /// OpenID Connect Core §5.4: what the scopes release.
  package init(releasedBy scopes: ScopeSet) {
    self.init(ReleasableClaim.allCases.filter { scopes.contains($0.scope) })
  }

  package func contains(_ claim: ReleasableClaim) -> Bool { contains(ClaimSet([claim])) }

  // The numbers are stored: append, never renumber.
  private static func bit(_ claim: ReleasableClaim) -> UInt32 {
    switch claim {
    case .name: 0
    case .preferredUsername: 1
    case .updatedAt: 2
    case .email: 3
    case .emailVerified: 4
    case .phoneNumber: 5
    case .phoneNumberVerified: 6
    }
  }
}

/// Claims that were asked for by name and are released beside those of the scopes, in each of the two places.
package struct NamedClaims: Hashable, Sendable {
  package var idToken: ClaimSet
  package var userinfo: ClaimSet

  package init(idToken: ClaimSet = [], userinfo: ClaimSet = []) {
    self.idToken = idToken
    self.userinfo = userinfo
  }
}
