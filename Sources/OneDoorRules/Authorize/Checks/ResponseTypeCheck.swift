import OneDoorMessages

/// RFC 6749 §3.1.1: the code flow, answered in the query or as a form, and nothing else.
enum ResponseTypeCheck {
  static func check(
    _ parameters: Parameters, of department: Department, at redirectURI: VerifiedRedirectURI
  ) throws(AuthorizeRefusal) {
    guard let type = parameters["response_type"] else { throw .responseTypeMissing }
    try require(ResponseType(rawValue: type) != nil, or: AuthorizeRefusal.responseTypeUnsupported)
    if let name = parameters["response_mode"] {
      guard let mode = ResponseMode(rawValue: name) else { throw .responseModeUnknown }
      try require(mode != .formPost || redirectURI.takesForms, or: AuthorizeRefusal.formPostToApp)
    }
    try require(department.grants.contains(.authorizationCode), or: AuthorizeRefusal.grantNotRegistered)
  }
}
