/// Why a token was not accepted: one code for each rule, with the section that demands it.
///
/// Tell strangers `invalid_token` and no more; this is for your log.
public struct TokenError: Error, Sendable, Equatable {
  /// A rule that a token can break. More may be added; compare with the ones you handle.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code's name, as it stands in a log.
    public let description: String
    /// The section that demands the rule.
    public let specification: String

    private init(_ name: String, _ specification: String) {
      description = name
      self.specification = specification
    }

    /// Not three parts of base64url, or longer than 16 KiB.
    public static let malformed = Code("malformed", "RFC 7515 §7.1")
    /// A header that is no JSON object, or that asks for what is not understood here (`crit`, `zip`, `b64`).
    public static let unsupportedHeader = Code("unsupported_header", "RFC 7515 §4.1.11")
    /// A token of another kind: an ID token where an access token is due, or the other way round.
    public static let wrongType = Code("wrong_type", "RFC 8725 §3.11")
    /// The provider's keys have not been fetched yet. Answer 503: the token may be good.
    public static let keysUnavailable = Code("keys_unavailable", "OpenID Connect Core §10.1")
    /// Signed by a key that the provider does not publish.
    public static let unknownKey = Code("unknown_key", "RFC 7515 §4.1.4")
    /// The header names another algorithm than the key's own.
    public static let wrongAlgorithm = Code("wrong_algorithm", "RFC 8725 §3.1")
    /// The signature does not match.
    public static let wrongSignature = Code("wrong_signature", "RFC 7515 §5.2")
    /// The claims are not one strict JSON object.
    public static let malformedClaims = Code("malformed_claims", "RFC 7519 §7.2")
    /// A claim that must be there is not.
    public static let missingClaim = Code("missing_claim", "RFC 9068 §2.2, OpenID Connect Core §2")
    /// A claim of the wrong type, empty or out of range.
    public static let malformedClaim = Code("malformed_claim", "RFC 7519 §4")
    /// `iss` is another provider.
    public static let wrongIssuer = Code("wrong_issuer", "RFC 9068 §4, OpenID Connect Core §3.1.3.7")
    /// `aud` does not name this department, or names others beside it in an ID token.
    public static let wrongAudience = Code("wrong_audience", "RFC 9068 §4, OpenID Connect Core §3.1.3.7")
    /// `azp` is another department.
    public static let wrongAuthorizedParty = Code("wrong_authorized_party", "OpenID Connect Core §3.1.3.7")
    /// `exp` has passed.
    public static let expired = Code("expired", "RFC 7519 §4.1.4")
    /// `nbf` lies ahead.
    public static let notYetValid = Code("not_yet_valid", "RFC 7519 §4.1.5")
    /// `iat` lies ahead: one of the two clocks is wrong.
    public static let issuedInTheFuture = Code("issued_in_the_future", "RFC 7519 §4.1.6")
    /// `nonce` is absent, or not the one this sign-in began with.
    public static let wrongNonce = Code("wrong_nonce", "OpenID Connect Core §3.1.3.7")
    /// `at_hash` is absent, or that of another access token.
    public static let wrongAccessToken = Code("wrong_access_token", "OpenID Connect Core §3.1.3.6")
    /// The person last signed in longer ago than was asked for.
    public static let authenticationTooOld = Code("authentication_too_old", "OpenID Connect Core §3.1.2.1")

    package static let all = [
      malformed, unsupportedHeader, wrongType, keysUnavailable, unknownKey, wrongAlgorithm, wrongSignature,
      malformedClaims, missingClaim, malformedClaim, wrongIssuer, wrongAudience, wrongAuthorizedParty, expired,
      notYetValid, issuedInTheFuture, wrongNonce, wrongAccessToken, authenticationTooOld,
    ]
  }

  /// The rule that was broken.
  public let code: Code
  /// The claim it is about, where it is about one.
  public let claim: String?

  package init(_ code: Code, claim: String? = nil) {
    self.code = code
    self.claim = claim
  }
}

extension TokenError: CustomStringConvertible {
  /// One line for a log, without anything from the token but a claim's name.
  public var description: String {
    "\(code)" + (claim.map { " \($0)" } ?? "") + " (\(code.specification))"
  }
}
