package import OneDoorJOSE

/// RFC 6749 §5.1 and OpenID Connect Core §3.1.3.3.
package struct TokenResponse: Sendable, Equatable {
  package var accessToken: String
  package var expiresIn: Int64
  package var scope: String
  package var refreshToken: String?
  package var idToken: String?

  package init(
    accessToken: String, expiresIn: Int64, scope: String, refreshToken: String? = nil, idToken: String? = nil
  ) {
    self.accessToken = accessToken
    self.expiresIn = expiresIn
    self.scope = scope
    self.refreshToken = refreshToken
    self.idToken = idToken
  }

  package func serialized() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("access_token", accessToken)
    writer.member("token_type", "Bearer")
    writer.member("expires_in", expiresIn)
    writer.member("scope", scope)
    if let refreshToken { writer.member("refresh_token", refreshToken) }
    if let idToken { writer.member("id_token", idToken) }
    writer.endObject()
    return writer.bytes
  }

  package init(_ object: JSONObject) throws(ClaimFault) {
    let members = ClaimReader(object)
    accessToken = try members.string("access_token")
    // RFC 6749 §5.1: the value is case insensitive.
    guard try members.string("token_type").lowercased() == "bearer" else { throw .malformed("token_type") }
    expiresIn = try members.number("expires_in")
    scope = try members.optionalString("scope") ?? ""
    refreshToken = try members.optionalString("refresh_token")
    idToken = try members.optionalString("id_token")
  }
}

/// RFC 6749 §5.2: the body of every refusal that is not a page or a redirect.
package struct ErrorResponse: Sendable, Equatable {
  package var code: ErrorCode
  package var description: String

  package init(code: ErrorCode, description: String) {
    self.code = code
    self.description = description
  }

  package func serialized() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("error", code.rawValue)
    writer.member("error_description", description)
    writer.endObject()
    return writer.bytes
  }
}
