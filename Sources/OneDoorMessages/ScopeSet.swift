/// The scopes that exist. A department gets those it registered, never more.
package enum Scope: String, Sendable, CaseIterable {
  case openid
  case profile
  case phone
  case email
  /// Accepted and never granted: refresh tokens live and die with the SSO session.
  case offlineAccess = "offline_access"
  /// Follow the revocation stream; for departments themselves, with client_credentials.
  case revocation
}

/// A set of known scopes, kept as bits: it travels inside codes and rows.
package struct ScopeSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  private init(_ scope: Scope) { rawValue = 1 << ScopeSet.bit(scope) }

  package static let openid = ScopeSet(.openid)
  package static let profile = ScopeSet(.profile)
  package static let phone = ScopeSet(.phone)
  package static let email = ScopeSet(.email)
  package static let offlineAccess = ScopeSet(.offlineAccess)
  package static let revocation = ScopeSet(.revocation)

  // The numbers are stored: append, never renumber.
  private static func bit(_ scope: Scope) -> UInt32 {
    switch scope {
    case .openid: 0
    case .profile: 1
    case .phone: 2
    case .email: 3
    case .offlineAccess: 4
    case .revocation: 5
    }
  }

  package init(_ scopes: some Sequence<Scope>) {
    self = scopes.reduce(into: ScopeSet()) { $0.insert(ScopeSet($1)) }
  }

  package func contains(_ scope: Scope) -> Bool { contains(ScopeSet(scope)) }

  package var scopes: [Scope] { Scope.allCases.filter { contains($0) } }

  /// RFC 6749 §3.3: names separated by single spaces.
  package var text: String { scopes.map(\.rawValue).joined(separator: " ") }

  /// Parses a `scope` parameter. Unknown names are dropped, as OpenID Connect Core §3.1.2.1 has it; a character outside
  /// RFC 6749 §3.3's `scope-token` makes it nil.
  package static func parse(_ text: String) -> ScopeSet? {
    guard text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x21 || (0x23...0x5B).contains($0) || (0x5D...0x7E).contains($0) })
    else { return nil }
    return ScopeSet(text.utf8.split(separator: 0x20).compactMap { Scope(rawValue: String(Substring($0))) })
  }
}
