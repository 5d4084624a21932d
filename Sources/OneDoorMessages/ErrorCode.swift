/// The error codes of OAuth and OpenID Connect, as their registries spell them.
package enum ErrorCode: String, Sendable, CaseIterable {
  // RFC 6749 §4.1.2.1
  case invalidRequest = "invalid_request"
  case unauthorizedClient = "unauthorized_client"
  case accessDenied = "access_denied"
  case unsupportedResponseType = "unsupported_response_type"
  case invalidScope = "invalid_scope"
  case serverError = "server_error"
  case temporarilyUnavailable = "temporarily_unavailable"
  // RFC 6749 §5.2
  case invalidClient = "invalid_client"
  case invalidGrant = "invalid_grant"
  case unsupportedGrantType = "unsupported_grant_type"
  // RFC 6750 §3.1
  case invalidToken = "invalid_token"
  case insufficientScope = "insufficient_scope"
  // RFC 7009 §2.2.1
  case unsupportedTokenType = "unsupported_token_type"
  // RFC 8707 §2
  case invalidTarget = "invalid_target"
  // OpenID Connect Core §3.1.2.6
  case loginRequired = "login_required"
  case interactionRequired = "interaction_required"
  case accountSelectionRequired = "account_selection_required"
  case consentRequired = "consent_required"
  case requestNotSupported = "request_not_supported"
  case requestURINotSupported = "request_uri_not_supported"
  // OpenID Connect Core Error Code unmet_authentication_requirements §1
  case unmetAuthenticationRequirements = "unmet_authentication_requirements"
}
