import OneDoorMessages

/// The rows of the authorization endpoint's table of checks, in the order in which they are asked.
struct CheckedParameters {
  let scopes: ScopeSet
  let nonce: String?
  let codeChallenge: [UInt8]?
  let prompts: Set<Prompt>
  let maxAge: Seconds?
  let loginHint: String?
  let uiLocales: [String]
  let idTokenHint: String?
  let claims: ClaimsRequest
  let resource: Department?

  init(
    _ parameters: Parameters, of department: Department, calling others: [Department],
    at redirectURI: VerifiedRedirectURI
  ) throws(AuthorizeRefusal) {
    try require(!parameters.repeats("resource"), or: AuthorizeRefusal.severalResources)
    try require(parameters.firstDuplicate == nil, or: AuthorizeRefusal.duplicateParameter)
    try RequestObjectCheck.check(parameters)
    try ResponseTypeCheck.check(parameters, of: department, at: redirectURI)
    let state = parameters["state"] ?? ""
    try require(state.utf8.count <= AuthorizationRequest.maximumStateBytes, or: AuthorizeRefusal.stateTooLong)
    scopes = try ScopeCheck.check(parameters["scope"], of: department)
    nonce = try NonceCheck.check(parameters["nonce"])
    codeChallenge = try PKCECheck.check(parameters, nonce: nonce, of: department)
    prompts = try PromptCheck.check(parameters["prompt"])
    maxAge = try MaxAgeCheck.check(parameters["max_age"])
    claims = try ClaimsCheck.check(parameters["claims"])
    resource = try ResourceCheck.check(parameters, among: CallableResources(of: department, others: others))
    loginHint = parameters["login_hint"]
    uiLocales = (parameters["ui_locales"] ?? "").utf8.split(separator: 0x20).prefix(10).map { String(Substring($0)) }
    idTokenHint = parameters["id_token_hint"]
    // acr_values is a wish (OpenID Connect Core §3.1.2.1): it fails nothing, and the one context there is answers it.
  }
}
