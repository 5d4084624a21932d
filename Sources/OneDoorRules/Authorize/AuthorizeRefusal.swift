package import OneDoorMessages

/// What is wrong with an authorization request once its department and redirect URI are verified.
package enum AuthorizeRefusal: Refusal, CaseIterable, Equatable {
  case duplicateParameter
  case requestObject
  case requestURI
  case responseTypeMissing
  case responseTypeUnsupported
  case responseModeUnknown
  case formPostToApp
  case grantNotRegistered
  case scopeMalformed
  case scopeWithoutOpenID
  case stateTooLong
  case requestTooLarge
  case nonceTooLong
  case nonceMissing
  case challengeMissing
  case challengeMethodUnsupported
  case challengeMalformed
  case promptUnknown
  case promptNoneCombined
  case maxAgeMalformed
  case claimsTooLong
  case claimsMalformed
  case contextUnreachable
  case severalResources
  case resourceNotAllowed
  case hintNotOurs
  case loginRequired
  case returnUnconfirmed

  package var code: ErrorCode {
    switch self {
    case .requestObject: .requestNotSupported
    case .requestURI: .requestURINotSupported
    case .responseTypeUnsupported: .unsupportedResponseType
    case .grantNotRegistered: .unauthorizedClient
    case .scopeMalformed, .scopeWithoutOpenID: .invalidScope
    case .severalResources, .resourceNotAllowed: .invalidTarget
    case .contextUnreachable: .unmetAuthenticationRequirements
    case .loginRequired: .loginRequired
    case .returnUnconfirmed: .interactionRequired
    default: .invalidRequest
    }
  }

  package var spec: String {
    switch self {
    case .duplicateParameter: "RFC 6749 §3.1"
    case .requestObject: "OpenID Connect Core §6.1"
    case .requestURI: "OpenID Connect Core §6.2"
    case .responseTypeMissing, .responseTypeUnsupported: "RFC 6749 §3.1.1"
    case .responseModeUnknown: "OAuth 2.0 Multiple Response Types §2.1"
    case .formPostToApp: "OAuth 2.0 Form Post Response Mode §2"
    case .grantNotRegistered: "RFC 6749 §4.1.2.1"
    case .scopeMalformed: "RFC 6749 §3.3"
    case .scopeWithoutOpenID: "OpenID Connect Core §3.1.2.1"
    case .stateTooLong, .requestTooLarge: "RFC 6749 §4.1.1"
    case .nonceTooLong: "OpenID Connect Core §3.1.2.1"
    case .nonceMissing, .challengeMissing: "RFC 9700 §2.1.1"
    case .challengeMethodUnsupported: "RFC 7636 §4.4.1"
    case .challengeMalformed: "RFC 7636 §4.2"
    case .promptUnknown, .promptNoneCombined, .maxAgeMalformed, .hintNotOurs: "OpenID Connect Core §3.1.2.1"
    case .claimsTooLong, .claimsMalformed: "OpenID Connect Core §5.5"
    case .severalResources, .resourceNotAllowed: "RFC 8707 §2"
    case .contextUnreachable: "OpenID Connect Core Error Code unmet_authentication_requirements §1"
    case .loginRequired, .returnUnconfirmed: "OpenID Connect Core §3.1.2.6"
    }
  }

  package var text: String {
    switch self {
    case .duplicateParameter: "A parameter was sent twice; send each one once."
    case .requestObject: "The request parameter is not supported; send plain parameters."
    case .requestURI: "The request_uri parameter is not supported; send plain parameters."
    case .responseTypeMissing: "response_type is missing; send response_type=code."
    case .responseTypeUnsupported: "Only response_type=code exists here."
    case .responseModeUnknown: "Only response_mode=query and response_mode=form_post exist here."
    case .formPostToApp: "response_mode=form_post needs a redirect_uri that begins with http or https."
    case .grantNotRegistered: "This department is not registered for authorization_code."
    case .scopeMalformed: "scope holds a character that no scope may have."
    case .scopeWithoutOpenID: "scope must contain openid, and the department must be registered for it."
    case .stateTooLong: "state is longer than 2048 bytes."
    case .requestTooLarge: "The request is longer than 2560 bytes in all; send a shorter state or no id_token_hint."
    case .nonceTooLong: "nonce is longer than 128 bytes."
    case .nonceMissing: "Send a code_challenge (S256) or a nonce."
    case .challengeMissing: "code_challenge is missing; PKCE is required."
    case .challengeMethodUnsupported: "code_challenge_method must be S256."
    case .challengeMalformed: "code_challenge is not 43 characters of base64url."
    case .promptUnknown: "prompt holds an unknown value."
    case .promptNoneCombined: "prompt=none cannot be combined with another value."
    case .maxAgeMalformed: "max_age is not a whole number of seconds."
    case .claimsTooLong: "claims is longer than 2048 bytes."
    case .claimsMalformed: "claims is not the JSON object that OpenID Connect Core 5.5 describes."
    case .contextUnreachable: "None of the acr values asked for as essential exists here."
    case .severalResources: "One resource a request: a token for two could be used by one at the other."
    case .resourceNotAllowed: "resource names no department that this one may call."
    case .hintNotOurs: "id_token_hint is not an ID token of this provider."
    case .loginRequired: "The person must sign in, and prompt=none forbids asking."
    case .returnUnconfirmed:
      "The person signed out of this department and must confirm coming back, and prompt=none forbids asking."
    }
  }
}

/// A refusal that goes to the department. It holds the verified address: an open redirect cannot be written.
package struct RedirectRefusal: Error, Sendable, Equatable {
  package let refusal: AuthorizeRefusal
  package let address: ReturnAddress

  package init(_ refusal: AuthorizeRefusal, to address: ReturnAddress) {
    self.refusal = refusal
    self.address = address
  }

  package var state: String? { address.state }

  /// RFC 6749 §4.1.2.1.
  package func answer(issuer: String) -> AuthorizationAnswer {
    address.answer([("error", refusal.code.rawValue), ("error_description", refusal.text)], issuer: issuer)
  }
}
