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

  init(_ parameters: Parameters, of department: Department) throws(AuthorizeRefusal) {
    try require(parameters.firstDuplicate == nil, or: AuthorizeRefusal.duplicateParameter)
    try RequestObjectCheck.check(parameters)
    try ResponseTypeCheck.check(parameters, of: department)
    let state = parameters["state"] ?? ""
    try require(state.utf8.count <= AuthorizationRequest.maximumStateBytes, or: AuthorizeRefusal.stateTooLong)
    scopes = try ScopeCheck.check(parameters["scope"], of: department)
    nonce = try NonceCheck.check(parameters["nonce"])
    codeChallenge = try PKCECheck.check(parameters, nonce: nonce, of: department)
    prompts = try PromptCheck.check(parameters["prompt"])
    maxAge = try MaxAgeCheck.check(parameters["max_age"])
    loginHint = parameters["login_hint"].flatMap { $0.utf8.count <= 256 ? $0 : nil }
    uiLocales = (parameters["ui_locales"] ?? "").utf8.split(separator: 0x20).prefix(10).map { String(Substring($0)) }
    idTokenHint = parameters["id_token_hint"]
  }
}
