package import OneDoorMessages

/// An access token whose every check has passed (RFC 9068). Only ``OneDoor`` makes one.
///
/// It says what was true when it was issued, minutes ago; ask ``OneDoor/verdict(on:)`` whether it has been ended since.
public struct AccessToken: Sendable, Equatable {
  /// The token as it travels: a secret, for calls to other departments that accept it.
  public let compact: String
  package let claims: AccessTokenClaims

  package init(compact: String, claims: AccessTokenClaims) {
    self.compact = compact
    self.claims = claims
  }

  /// The person's identifier at this department: stable, and of no use anywhere else.
  public var subject: String { claims.subject }
  /// `person`, or `department` where a department speaks for itself.
  public var subjectType: String { claims.subjectType.rawValue }
  /// The department that the token was issued to.
  public var clientID: String { claims.clientID }
  /// Whom the token is for.
  public var audience: [String] { claims.audience }
  /// What was granted.
  public var scopes: [String] { claims.scope.split(separator: " ").map(String.init) }
  /// The token's own number, `jti`.
  public var tokenID: String { claims.tokenID }
  /// `sid`: names the session at this department, the same at every refresh. Nil where there is no person.
  public var sessionID: String? { claims.sessionHandle }
  /// When the token was issued, in seconds since 1970.
  public var issuedAt: Int64 { claims.issuedAt }
  /// When it ends, in seconds since 1970.
  public var expires: Int64 { claims.expires }
  /// When the person last proved who they are, in seconds since 1970.
  public var authenticationTime: Int64? { claims.authenticationTime }
  /// How strongly (`acr`).
  public var authenticationContext: String? { claims.acr }
  /// By what means (`amr`, RFC 8176).
  public var authenticationMethods: [String] { claims.amr }

  /// Whether a scope was granted.
  public func grants(_ scope: String) -> Bool {
    claims.scope.utf8.split(separator: 0x20).contains { $0.elementsEqual(scope.utf8) }
  }
}

extension AccessToken: CustomStringConvertible, CustomReflectable {
  /// Redacted: whom it speaks of, never the token.
  public var description: String { "AccessToken(subject: \(subject), redacted)" }

  /// Empty, so that a dump does not tell the token.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
