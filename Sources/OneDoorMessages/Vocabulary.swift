/// RFC 6749 §4, §6: the grants that exist here. Implicit and password grants do not (RFC 9700 §2.1.2, §2.4).
package enum GrantType: String, Sendable, CaseIterable {
  case authorizationCode = "authorization_code"
  case refreshToken = "refresh_token"
  case clientCredentials = "client_credentials"
}

/// OpenID Connect Core §9 and RFC 7591 §2.
package enum ClientAuthenticationMethod: String, Sendable, CaseIterable {
  case clientSecretBasic = "client_secret_basic"
  case clientSecretPost = "client_secret_post"
  case privateKeyJWT = "private_key_jwt"
  case none
}

/// OpenID Connect Core §3.1.2.1.
package enum Prompt: String, Sendable, CaseIterable {
  case none
  case login
  case consent
  case selectAccount = "select_account"
}

package enum ResponseType: String, Sendable, CaseIterable { case code }
/// OAuth 2.0 Multiple Response Types §2.1 and Form Post Response Mode §2. `fragment` would put the code where every script of
/// the department's page reads it.
package enum ResponseMode: String, Sendable, CaseIterable {
  case query
  case formPost = "form_post"
}
package enum CodeChallengeMethod: String, Sendable, CaseIterable { case S256 }

/// The `acr` values that the provider can reach.
package enum AuthenticationContext: String, Sendable, CaseIterable {
  case password = "urn:onedoor:acr:1"
}

/// OpenID Connect Core §8.
package enum SubjectIdentifierType: String, Sendable, CaseIterable {
  case pairwise
  case `public`
}

/// RFC 8176.
package enum AuthenticationMethod: String, Sendable, CaseIterable {
  case pwd
}

/// `sub_type`: what kind of subject a token speaks of.
package enum SubjectType: String, Sendable, CaseIterable { case person, enterprise, department }

/// The `typ` of each kind of JWT, so that none can stand in for another (RFC 8725 §3.11).
package enum TokenType {
  /// RFC 9068 §2.1.
  package static let accessToken = "at+jwt"
  package static let idToken = "JWT"
  /// A signed userinfo response: not JWT, or a hint could be made of it.
  package static let userinfo = "onedoor-userinfo+jwt"
  package static let revocation = "onedoor-revocation+jwt"
}
