package import OneDoorMessages

/// Refusals of the token, introspection, revocation and userinfo endpoints.
package enum TokenRefusal: Refusal, CaseIterable, Equatable {
  case malformedBody
  case duplicateParameter
  case grantTypeMissing
  case grantTypeUnsupported
  case grantNotRegistered
  case severalAuthentications
  case clientUnknown
  case clientAuthenticationFailed
  case clientAuthenticationMethod
  case assertionInvalid
  case assertionReused
  case codeMissing
  case codeInvalid
  case codeExpired
  case codeUsed
  case codeOfAnotherDepartment
  case redirectURIMismatch
  case verifierMissing
  case verifierUnexpected
  case verifierMalformed
  case verifierMismatch
  case sessionEnded
  case refreshTokenMissing
  case refreshTokenInvalid
  case refreshTokenOfAnotherDepartment
  case refreshTokenReused
  case grantUnsettled
  case scopeMalformed
  case scopeExceeded
  case severalResources
  case resourceNotAllowed
  case tokenMissing
  case tokenOfAnotherDepartment
  case publicClient
  case bearerMissing
  case bearerTwice
  case bearerInvalid
  case bearerScope
  case unavailable

  package var code: ErrorCode {
    switch self {
    case .grantTypeUnsupported: .unsupportedGrantType
    case .grantNotRegistered: .unauthorizedClient
    case .clientUnknown, .clientAuthenticationFailed, .clientAuthenticationMethod, .assertionInvalid, .assertionReused,
      .publicClient:
      .invalidClient
    case .codeInvalid, .codeExpired, .codeUsed, .codeOfAnotherDepartment, .redirectURIMismatch, .verifierMissing,
      .verifierUnexpected, .verifierMalformed, .verifierMismatch, .sessionEnded, .refreshTokenInvalid,
      .refreshTokenOfAnotherDepartment, .refreshTokenReused, .grantUnsettled:
      .invalidGrant
    case .scopeMalformed, .scopeExceeded: .invalidScope
    case .severalResources, .resourceNotAllowed: .invalidTarget
    case .bearerMissing, .bearerInvalid: .invalidToken
    case .bearerScope: .insufficientScope
    case .unavailable: .temporarilyUnavailable
    default: .invalidRequest
    }
  }

  package var status: Int {
    switch code {
    case .invalidClient, .invalidToken: 401
    case .insufficientScope: 403
    case .temporarilyUnavailable: 503
    default: self == .tokenOfAnotherDepartment ? 403 : 400
    }
  }

  package var spec: String {
    switch self {
    case .severalResources, .resourceNotAllowed: "RFC 8707 §2"
    case .malformedBody: "RFC 6749 §3.2"
    case .duplicateParameter: "RFC 6749 §3.2"
    case .grantTypeMissing, .grantTypeUnsupported, .grantNotRegistered: "RFC 6749 §5.2"
    case .severalAuthentications: "RFC 6749 §2.3"
    case .clientUnknown, .clientAuthenticationFailed: "RFC 6749 §5.2"
    case .clientAuthenticationMethod: "OpenID Connect Core §9"
    case .assertionInvalid, .assertionReused: "RFC 7523 §3"
    case .codeMissing, .codeInvalid, .codeOfAnotherDepartment, .redirectURIMismatch: "RFC 6749 §4.1.3"
    case .codeExpired, .codeUsed: "RFC 6749 §4.1.2"
    case .verifierMissing, .verifierMismatch: "RFC 7636 §4.6"
    case .verifierUnexpected: "RFC 9700 §2.1.1"
    case .verifierMalformed: "RFC 7636 §4.1"
    case .sessionEnded, .grantUnsettled: "RFC 6749 §5.2"
    case .refreshTokenMissing, .refreshTokenInvalid, .refreshTokenOfAnotherDepartment: "RFC 6749 §6"
    case .refreshTokenReused: "RFC 9700 §4.14.2"
    case .scopeMalformed, .scopeExceeded: "RFC 6749 §6"
    case .tokenMissing, .tokenOfAnotherDepartment: "RFC 7009 §2.1"
    case .publicClient: "RFC 7662 §2.1"
    case .bearerMissing, .bearerInvalid, .bearerScope: "RFC 6750 §3.1"
    case .bearerTwice: "RFC 6750 §2"
    case .unavailable: "RFC 9110 §15.6.4"
    }
  }

  package var text: String {
    switch self {
    case .malformedBody: "The body is not application/x-www-form-urlencoded in UTF-8."
    case .duplicateParameter: "A parameter was sent twice; send each one once."
    case .grantTypeMissing: "grant_type is missing."
    case .grantTypeUnsupported: "This grant_type does not exist here."
    case .grantNotRegistered: "The department is not registered for this grant_type."
    case .severalAuthentications: "Authenticate in exactly one way per request."
    case .clientUnknown: "The client is not known or not enabled."
    case .clientAuthenticationFailed: "Client authentication failed; check the secret."
    case .clientAuthenticationMethod: "The department is registered for another way of authenticating."
    case .assertionInvalid: "client_assertion is not valid: check iss, sub, aud, exp, jti and the key."
    case .assertionReused: "This client_assertion was used before; make a new jti."
    case .codeMissing: "code is missing."
    case .codeInvalid: "code is not valid."
    case .codeExpired: "code has expired; it lives for a minute."
    case .codeUsed: "code was used before; what it gave has been ended."
    case .codeOfAnotherDepartment: "code was issued to another department."
    case .redirectURIMismatch: "redirect_uri is not the one of the authorization request."
    case .verifierMissing: "code_verifier is missing."
    case .verifierUnexpected: "code_verifier was sent, but the authorization request had no code_challenge."
    case .verifierMalformed: "code_verifier is not 43 to 128 unreserved characters."
    case .verifierMismatch: "code_verifier does not match the code_challenge."
    case .sessionEnded: "The session has ended."
    case .refreshTokenMissing: "refresh_token is missing."
    case .refreshTokenInvalid: "refresh_token is not valid."
    case .refreshTokenOfAnotherDepartment: "refresh_token was issued to another department; the session has been ended."
    case .refreshTokenReused: "refresh_token was replaced before; the session has been ended."
    case .grantUnsettled: "What the grant stands on changed twice during this request; sign the person in again."
    case .scopeMalformed: "scope holds a character that no scope may have."
    case .scopeExceeded: "scope asks for more than was granted or registered."
    case .severalResources: "One resource a request: a token for two could be used by one at the other."
    case .resourceNotAllowed: "resource names no department that this one may call, or another than the code is for."
    case .tokenMissing: "token is missing."
    case .tokenOfAnotherDepartment: "The token was issued to another department."
    case .publicClient: "Only a department that can authenticate may ask."
    case .bearerMissing: "Send the access token in the Authorization header."
    case .bearerTwice: "Send the access token once, in the header or in the form."
    case .bearerInvalid: "The access token is not valid or has ended."
    case .bearerScope: "The access token lacks the scope for this."
    case .unavailable: "The service cannot answer now; try again in a few seconds."
    }
  }
}
