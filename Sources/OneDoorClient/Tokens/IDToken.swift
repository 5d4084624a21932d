package import OneDoorMessages

/// An ID token whose every check has passed (OpenID Connect Core §3.1.3.7): who signed in, how and when.
public struct IDToken: Sendable, Equatable {
  /// The token as it travels; signing out hands it back as a hint.
  public let compact: String
  package let claims: IDTokenClaims

  package init(compact: String, claims: IDTokenClaims) {
    self.compact = compact
    self.claims = claims
  }

  /// The person's identifier at this department: stable, and of no use anywhere else.
  public var subject: String { claims.subject }
  /// `sid`: names the session at this department.
  public var sessionID: String { claims.sessionHandle }
  /// When the token was issued, in seconds since 1970.
  public var issuedAt: Int64 { claims.issuedAt }
  /// When it ends, in seconds since 1970.
  public var expires: Int64 { claims.expires }
  /// When the person last proved who they are, in seconds since 1970.
  public var authenticationTime: Int64 { claims.authenticationTime }
  /// How strongly (`acr`).
  public var authenticationContext: String { claims.acr }
  /// By what means (`amr`, RFC 8176).
  public var authenticationMethods: [String] { claims.amr }

  /// The full name, with scope `profile`.
  public var name: String? { claims.profile.name }
  /// The login name, with scope `profile`. It may change; key nothing by it.
  public var preferredUsername: String? { claims.profile.preferredUsername }
  /// With scope `email`.
  public var email: String? { claims.profile.email }
  /// Whether the provider has seen proof that the address is the person's.
  public var isEmailVerified: Bool { claims.profile.isEmailVerified ?? false }
  /// With scope `phone`.
  public var phoneNumber: String? { claims.profile.phoneNumber }
  /// Whether the provider has seen proof that the number is the person's.
  public var isPhoneNumberVerified: Bool { claims.profile.isPhoneNumberVerified ?? false }
}

extension IDToken: CustomStringConvertible, CustomReflectable {
  /// Redacted: whom it speaks of, never the token or a name.
  public var description: String { "IDToken(subject: \(subject), redacted)" }

  /// Empty, so that a dump does not tell the token.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
