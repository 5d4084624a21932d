import OneDoorMessages

/// OpenID Connect Core §6: request objects do not exist here, and ignoring one would ignore what it asks for.
enum RequestObjectCheck {
  static func check(_ parameters: Parameters) throws(AuthorizeRefusal) {
    try require(parameters["request"] == nil, or: AuthorizeRefusal.requestObject)
    try require(parameters["request_uri"] == nil, or: AuthorizeRefusal.requestURI)
  }
}
