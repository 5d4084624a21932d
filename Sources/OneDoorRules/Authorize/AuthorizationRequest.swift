import OneDoorJOSE
package import OneDoorMessages

/// An authorization request whose every parameter has been checked (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1).
package struct AuthorizationRequest: Sendable, Equatable {
  package let department: Department
  package let redirectURI: VerifiedRedirectURI
  package let scopes: ScopeSet
  package let state: String?
  package let nonce: String?
  /// The 32 bytes of an S256 challenge.
  package let codeChallenge: [UInt8]?
  package let prompts: Set<Prompt>
  package let maxAge: Seconds?
  package let loginHint: String?
  package let uiLocales: [String]
  package let idTokenHint: String?

  /// The parameters that a journey must carry so that the request can be checked again at its end.
  package static let parameterNames = [
    "client_id", "redirect_uri", "response_type", "response_mode", "scope", "state", "nonce", "code_challenge",
    "code_challenge_method", "prompt", "max_age", "login_hint", "ui_locales", "id_token_hint",
  ]

  package static let maximumStateBytes = 2_048
  package static let maximumNonceBytes = 128

  /// Checks the whole request. The order is the specification's: department and redirect URI first, since only they decide
  /// where a refusal may go.
  package static func check(_ parameters: Parameters, of department: Department) throws(AuthorizeFault)
    -> AuthorizationRequest
  {
    let redirectURI: VerifiedRedirectURI
    do throws(PageRefusal) {
      let isAmbiguous = parameters.repeats("client_id") || parameters.repeats("redirect_uri")
      try require(!isAmbiguous, or: PageRefusal.duplicateParameter)
      try require(department.isEnabled, or: PageRefusal.departmentDisabled)
      redirectURI = try VerifiedRedirectURI.verify(parameters["redirect_uri"], of: department)
    } catch { throw .page(error) }

    // A doubled state has no one value to echo; an over-long one is not carried through the answer.
    let states = parameters.entries.filter { $0.name == "state" }
    let state = states.count == 1 ? parameters["state"].flatMap { $0.utf8.count <= maximumStateBytes ? $0 : nil } : nil
    do throws(AuthorizeRefusal) {
      return AuthorizationRequest(
        department: department, redirectURI: redirectURI, checked: try CheckedParameters(parameters, of: department),
        state: state)
    } catch { throw .redirect(RedirectRefusal(error, to: redirectURI, state: state)) }
  }

  private init(department: Department, redirectURI: VerifiedRedirectURI, checked: CheckedParameters, state: String?) {
    self.department = department
    self.redirectURI = redirectURI
    self.state = state
    scopes = checked.scopes
    nonce = checked.nonce
    codeChallenge = checked.codeChallenge
    prompts = checked.prompts
    maxAge = checked.maxAge
    loginHint = checked.loginHint
    uiLocales = checked.uiLocales
    idTokenHint = checked.idTokenHint
  }

  package func refuse(_ refusal: AuthorizeRefusal) -> RedirectRefusal {
    RedirectRefusal(refusal, to: redirectURI, state: state)
  }
}

/// A refusal before the redirect URI is verified, or after.
package enum AuthorizeFault: Error, Sendable, Equatable {
  case page(PageRefusal)
  case redirect(RedirectRefusal)
}
