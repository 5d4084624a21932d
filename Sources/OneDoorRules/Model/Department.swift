package import OneDoorCrypto
package import OneDoorJOSE
package import OneDoorMessages

/// A relying system: an OAuth client as it was registered.
package struct Department: Sendable, Equatable {
  package let id: DepartmentID
  /// Raised by every change. A unit of work that stood on an older version is stale.
  package var version: Int64
  package var isEnabled: Bool
  package var name: LocalizedName
  package var redirectURIs: [String]
  package var postLogoutRedirectURIs: [String]
  package var authentication: ClientAuthenticationMethod
  /// SHA-256 of each valid secret. Two at a time, so that a secret can be replaced without an outage.
  package var secretHashes: [[UInt8]]
  package var keys: [JWK]
  package var idTokenAlgorithm: SignatureAlgorithm
  package var accessTokenAlgorithm: SignatureAlgorithm
  package var pkce: PKCEPolicy
  package var grants: Set<GrantType>
  package var scopes: ScopeSet
  package var releasesClaimsInIDToken: Bool
  package var refresh: RefreshMode
  /// The `aud` of access tokens for this department.
  package var audience: String
  package var assertionAudience: AssertionAudience
  /// What the pairwise `sub` is computed over: departments of one sector would see the same `sub`.
  package var sector: String
  package var subjectType: SubjectIdentifierType
  /// Nil: userinfo answers plain JSON.
  package var userinfoAlgorithm: SignatureAlgorithm?
  /// The departments at which its access tokens may be used (RFC 8707).
  package var mayCall: [DepartmentID]

  package init(
    id: DepartmentID, version: Int64 = 1, isEnabled: Bool = true, name: LocalizedName, redirectURIs: [String],
    postLogoutRedirectURIs: [String] = [], authentication: ClientAuthenticationMethod, secretHashes: [[UInt8]] = [],
    keys: [JWK] = [], idTokenAlgorithm: SignatureAlgorithm = .RS256, accessTokenAlgorithm: SignatureAlgorithm = .ES256,
    pkce: PKCEPolicy = .required, grants: Set<GrantType> = [.authorizationCode], scopes: ScopeSet = [.openid],
    releasesClaimsInIDToken: Bool = false, refresh: RefreshMode? = nil, audience: String? = nil,
    assertionAudience: AssertionAudience = .issuer, sector: String? = nil,
    subjectType: SubjectIdentifierType = .pairwise, userinfoAlgorithm: SignatureAlgorithm? = nil,
    mayCall: [DepartmentID] = []
  ) {
    self.id = id
    self.version = version
    self.isEnabled = isEnabled
    self.name = name
    self.redirectURIs = redirectURIs
    self.postLogoutRedirectURIs = postLogoutRedirectURIs
    self.authentication = authentication
    self.secretHashes = secretHashes
    self.keys = keys
    self.idTokenAlgorithm = idTokenAlgorithm
    self.accessTokenAlgorithm = accessTokenAlgorithm
    self.pkce = pkce
    self.grants = grants
    self.scopes = scopes
    self.releasesClaimsInIDToken = releasesClaimsInIDToken
    self.refresh = refresh ?? (authentication == .none ? .rotate : .steady)
    self.audience = audience ?? id.text
    self.assertionAudience = assertionAudience
    self.sector = sector ?? id.text
    self.subjectType = subjectType
    self.userinfoAlgorithm = userinfoAlgorithm
    self.mayCall = mayCall
  }

  package var isConfidential: Bool { authentication != .none }
}

/// A name in several languages; English always exists and is what any other language falls back to.
package struct LocalizedName: Sendable, Equatable {
  package let english: String
  /// Other languages by tag, as `zh-Hans`.
  package let others: [String: String]

  package init(english: String, others: [String: String] = [:]) {
    self.english = english
    self.others = others
  }

  /// The name for the tag, or for the tag without its last subtags (RFC 4647 §3.4), or English. `zh-Hant` takes `zh`
  /// and never `zh-Hans`: a name in the other script looks like a mistake, one in English like a name.
  package func text(in languageTag: String) -> String {
    var subtags = languageTag.utf8.split(separator: UInt8(ascii: "-"))[...]
    while !subtags.isEmpty {
      if let name = others[subtags.map { String(Substring($0)) }.joined(separator: "-")] { return name }
      subtags = subtags.dropLast()
    }
    return english
  }
}

/// RFC 9700 §2.1.1: PKCE, or for a confidential department the `nonce` in its place; `off` only for old software.
package enum PKCEPolicy: String, Sendable, CaseIterable {
  case required
  case orNonce = "or-nonce"
  case off

  package var isWeak: Bool { self == .off }
}

package enum RefreshMode: String, Sendable, CaseIterable { case steady, rotate }

/// RFC 7523 §3 lets the assertion's `aud` be the token endpoint; the issuer alone is the safe reading of it.
package enum AssertionAudience: String, Sendable, CaseIterable {
  case issuer
  case tokenEndpoint = "token_endpoint"
}
