package import OneDoorMessages

/// A refusal that is shown as a page, because there is no verified redirect URI to answer to (RFC 6749 §4.1.2.1).
package enum PageRefusal: Refusal, CaseIterable, Equatable {
  case malformedParameters
  case duplicateParameter
  case unknownDepartment
  case departmentDisabled
  case redirectURIMissing
  case redirectURIMismatch
  case expiredJourney
  case foreignJourney
  case cookiesOff
  case crossSite
  case hintInvalid
  case hintContradicted
  case hintOfAnotherPerson
  case postLogoutRedirectURIMismatch
  case notFound
  case unavailable
  case internalFault

  package var code: ErrorCode {
    switch self {
    case .unknownDepartment, .departmentDisabled: .unauthorizedClient
    case .unavailable: .temporarilyUnavailable
    case .internalFault: .serverError
    default: .invalidRequest
    }
  }

  package var status: Int {
    switch self {
    case .crossSite: 403
    case .notFound: 404
    case .unavailable: 503
    case .internalFault: 500
    default: 400
    }
  }

  package var spec: String {
    switch self {
    case .malformedParameters: "WHATWG URL §5.1"
    case .duplicateParameter: "RFC 6749 §3.1"
    case .unknownDepartment, .departmentDisabled: "RFC 6749 §4.1.2.1"
    case .redirectURIMissing: "OpenID Connect Core §3.1.2.1"
    case .redirectURIMismatch: "RFC 9700 §2.1"
    case .expiredJourney, .foreignJourney, .cookiesOff: "OWASP ASVS 5.0 §10.1.2"
    case .crossSite: "OWASP ASVS 5.0 §3.5.1"
    case .hintInvalid, .hintContradicted: "OpenID Connect RP-Initiated Logout §4"
    case .hintOfAnotherPerson: "OpenID Connect RP-Initiated Logout §2"
    case .postLogoutRedirectURIMismatch: "OpenID Connect RP-Initiated Logout §3"
    case .notFound: "RFC 9110 §15.5.5"
    case .unavailable: "RFC 9110 §15.6.4"
    case .internalFault: "RFC 9110 §15.6.1"
    }
  }

  package var text: String {
    switch self {
    case .malformedParameters: "The address holds characters that cannot be read; start again at the department."
    case .duplicateParameter: "A parameter was sent twice; the department must send each one once."
    case .unknownDepartment: "client_id names no department here; check the registration."
    case .departmentDisabled: "This department is switched off here."
    case .redirectURIMissing: "redirect_uri is missing; it must be sent with every request."
    case .redirectURIMismatch: "redirect_uri is not one of the registered ones; it must match byte for byte."
    case .expiredJourney: "This sign-in took too long; start again at the department."
    case .foreignJourney: "This sign-in was begun in another browser; start again at the department."
    case .cookiesOff: "This browser sent no cookie; allow cookies for this site and start again."
    case .crossSite: "The form was sent from another site and was not accepted."
    case .hintInvalid: "id_token_hint is not an ID token of this provider."
    case .hintContradicted: "client_id names another department than id_token_hint."
    case .hintOfAnotherPerson: "id_token_hint is about another person than the one who is signed in here."
    case .postLogoutRedirectURIMismatch: "post_logout_redirect_uri is not one of the registered ones."
    case .notFound: "There is no page at this address."
    case .unavailable: "The service cannot answer now; try again in a few seconds."
    case .internalFault: "Something went wrong here; try again."
    }
  }
}
