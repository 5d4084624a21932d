package import OneDoorCrypto
package import OneDoorJOSE
package import OneDoorMessages
package import OneDoorRules

/// A department as somebody wrote it down, checked, with every default filled in.
package struct DepartmentRegistration: Sendable, Equatable {
  package internal(set) var id: DepartmentID
  package internal(set) var name: LocalizedName
  package internal(set) var redirectURIs: [String] = []
  package internal(set) var postLogoutRedirectURIs: [String] = []
  package internal(set) var authentication: ClientAuthenticationMethod
  /// Given by the person. Nil with a secret method: one is generated and shown once.
  package internal(set) var secret: Secret?
  package internal(set) var jwks: [JWK] = []
  package internal(set) var idTokenAlgorithm = SignatureAlgorithm.RS256
  package internal(set) var accessTokenAlgorithm = SignatureAlgorithm.ES256
  package internal(set) var pkce = PKCEPolicy.required
  package internal(set) var grants: Set<GrantType> = [.authorizationCode]
  package internal(set) var scopes: ScopeSet = [.openid]
  package internal(set) var releasesClaimsInIDToken = false
  package internal(set) var consent = Consent.trusted
  package internal(set) var refresh: RefreshMode
  package internal(set) var audience: String
  package internal(set) var assertionAudience = AssertionAudience.issuer
  /// What `sub` is made from: departments of one sector know a person by the same one.
  package internal(set) var sector: String
  package internal(set) var subjectType = SubjectIdentifierType.pairwise
  package internal(set) var userinfoAlgorithm: SignatureAlgorithm?
  /// The departments at which its tokens may be used.
  package internal(set) var mayCall: [DepartmentID] = []

  package enum Consent: String, Sendable, CaseIterable { case trusted }

  package var isPublic: Bool { authentication == .none }
  package var usesSecret: Bool { authentication == .clientSecretBasic || authentication == .clientSecretPost }

  /// Browsers of a public department call token and userinfo from these origins (CORS).
  package var origins: [String] {
    guard isPublic else { return [] }
    var origins: [String] = []
    for uri in redirectURIs {
      guard let origin = (try? WebAddress(uri))?.origin, !origins.contains(origin) else { continue }
      origins.append(origin)
    }
    return origins
  }

  /// What a person should hear about a registration that is in order.
  package var remarks: [String] {
    var remarks: [String] = []
    if idTokenAlgorithm == .RS256 || accessTokenAlgorithm == .RS256 {
      remarks.append("\(id): an RS256 signature costs 80 times an ES256 one; signing: {id_token: ES256} if it can")
    }
    if pkce.isWeak {
      remarks.append("\(id): pkce is off, which is weak; use it only while the software cannot do better")
    }
    return remarks
  }

  /// The department as the rules know it, before it has a version or a secret.
  package func department() -> Department {
    Department(
      id: id, name: name, redirectURIs: redirectURIs, postLogoutRedirectURIs: postLogoutRedirectURIs,
      authentication: authentication, keys: jwks, idTokenAlgorithm: idTokenAlgorithm,
      accessTokenAlgorithm: accessTokenAlgorithm, pkce: pkce, grants: grants, scopes: scopes,
      releasesClaimsInIDToken: releasesClaimsInIDToken, refresh: refresh, audience: audience,
      assertionAudience: assertionAudience, sector: sector, subjectType: subjectType,
      userinfoAlgorithm: userinfoAlgorithm, mayCall: mayCall)
  }
}
