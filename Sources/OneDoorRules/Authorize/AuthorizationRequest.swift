import OneDoorJOSE
package import OneDoorMessages

/// An authorization request whose every parameter has been checked (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1).
package struct AuthorizationRequest: Sendable, Equatable {
  package let department: Department
  package let address: ReturnAddress
  package let scopes: ScopeSet
  package let nonce: String?
  /// The 32 bytes of an S256 challenge.
  package let codeChallenge: [UInt8]?
  package let prompts: Set<Prompt>
  package let maxAge: Seconds?
  package let loginHint: String?
  package let uiLocales: [String]
  package let idTokenHint: String?
  package let claims: ClaimsRequest
  /// The other department that the access token is to be used at; nil: this one itself.
  package let resource: Department?

  /// The parameters that a journey must carry so that the request can be checked again at its end.
  package static let parameterNames = [
    "client_id", "redirect_uri", "response_type", "response_mode", "scope", "state", "nonce", "code_challenge",
    "code_challenge_method", "prompt", "max_age", "login_hint", "ui_locales", "id_token_hint",
    "acr_values", "claims", "resource",
  ]

  package static let maximumStateBytes = 2_048
  package static let maximumNonceBytes = 128

  /// Checks the whole request. The order is the specification's: department and redirect URI first, since only they decide
  /// where a refusal may go.
  package static func check(
    _ parameters: Parameters, of department: Department, calling others: [Department] = []
  ) throws(AuthorizeFault) -> AuthorizationRequest {
    let redirectURI: VerifiedRedirectURI
    do throws(PageRefusal) {
      let isAmbiguous = parameters.repeats("client_id") || parameters.repeats("redirect_uri")
      try require(!isAmbiguous, or: PageRefusal.duplicateParameter)
      try require(department.isEnabled, or: PageRefusal.departmentDisabled)
      redirectURI = try VerifiedRedirectURI.verify(parameters["redirect_uri"], of: department)
    } catch { throw .page(error) }

    let address = ReturnAddress(of: parameters, for: department, at: redirectURI)
    do throws(AuthorizeRefusal) {
      let checked = try CheckedParameters(parameters, of: department, calling: others, at: redirectURI)
      return AuthorizationRequest(department: department, address: address, checked: checked)
    } catch { throw .redirect(RedirectRefusal(error, to: address)) }
  }

  private init(department: Department, address: ReturnAddress, checked: CheckedParameters) {
    self.department = department
    self.address = address
    scopes = checked.scopes
    nonce = checked.nonce
    codeChallenge = checked.codeChallenge
    prompts = checked.prompts
    maxAge = checked.maxAge
    loginHint = checked.loginHint
    uiLocales = checked.uiLocales
    idTokenHint = checked.idTokenHint
    claims = checked.claims
    resource = checked.resource
  }

  package var redirectURI: VerifiedRedirectURI { address.redirectURI }
  package var state: String? { address.state }

  package func refuse(_ refusal: AuthorizeRefusal) -> RedirectRefusal { RedirectRefusal(refusal, to: address) }
}

/// A refusal before the redirect URI is verified, or after.
package enum AuthorizeFault: Error, Sendable, Equatable {
  case page(PageRefusal)
  case redirect(RedirectRefusal)
}
