import OneDoorMessages

/// RFC 6749 §3.1.1: the code flow, answered in the query, and nothing else.
enum ResponseTypeCheck {
  static func check(_ parameters: Parameters, of department: Department) throws(AuthorizeRefusal) {
    guard let type = parameters["response_type"] else { throw .responseTypeMissing }
    try require(ResponseType(rawValue: type) != nil, or: AuthorizeRefusal.responseTypeUnsupported)
    if let mode = parameters["response_mode"] {
      try require(ResponseMode(rawValue: mode) != nil, or: AuthorizeRefusal.responseModeUnknown)
    }
    try require(department.grants.contains(.authorizationCode), or: AuthorizeRefusal.grantNotRegistered)
  }
}
