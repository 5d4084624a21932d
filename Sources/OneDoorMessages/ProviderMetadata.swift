package import OneDoorJOSE

/// Discovery (OpenID Connect Discovery §3, RFC 8414 §2): what a department's library needs to join. The provider
/// generates it from its tables; the client reads the members it uses.
package struct ProviderMetadata: Sendable, Equatable {
  package var issuer: String
  package var authorizationEndpoint: String
  package var tokenEndpoint: String
  package var jwksURI: String
  package var userinfoEndpoint: String?
  package var revocationEndpoint: String?
  package var endSessionEndpoint: String?
  /// OneDoor's own: the signed feed of ended sessions, and its snapshot and keys.
  package var revocationStream: String?
  package var revocationSnapshot: String?

  package init(_ object: JSONObject) throws(ClaimFault) {
    let members = ClaimReader(object)
    issuer = try members.string("issuer")
    authorizationEndpoint = try members.string("authorization_endpoint")
    tokenEndpoint = try members.string("token_endpoint")
    jwksURI = try members.string("jwks_uri")
    userinfoEndpoint = try members.optionalString("userinfo_endpoint")
    revocationEndpoint = try members.optionalString("revocation_endpoint")
    endSessionEndpoint = try members.optionalString("end_session_endpoint")
    revocationStream = try members.optionalString("onedoor_revocation_stream")
    revocationSnapshot = try members.optionalString("onedoor_revocation_snapshot")
  }
}

/// Where each endpoint stands below the issuer. Routes, metadata and the client's tests read the same table.
package enum EndpointPath: String, Sendable, CaseIterable {
  case openidConfiguration = "/.well-known/openid-configuration"
  case oauthMetadata = "/.well-known/oauth-authorization-server"
  case jwks = "/jwks"
  case authorize = "/authorize"
  case token = "/token"
  case userinfo = "/userinfo"
  case introspect = "/introspect"
  case revoke = "/revoke"
  case endSession = "/end_session"
  case revocationStream = "/revocation/stream"
  case revocationSnapshot = "/revocation/snapshot"
  case live = "/health/live"
  case ready = "/health/ready"
  case login = "/login"
  case choosePassword = "/login/password"
  case continueAs = "/continue"
  case accountPassword = "/account/password"
  case signOut = "/signout"
  case home = "/"
}
