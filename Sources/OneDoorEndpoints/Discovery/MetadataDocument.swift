import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages

/// Discovery (OpenID Connect Discovery §3) and authorization server metadata (RFC 8414 §2): one document, generated from
/// the tables that the endpoints themselves work by, so that it lists exactly what works.
struct MetadataDocument {
  let issuer: String

  func serialized() -> [UInt8] {
    var writer = JSONWriter(reserving: 3_072)
    writer.beginObject()
    writer.member("issuer", issuer)
    for (name, path) in MetadataDocument.endpoints { writer.member(name, issuer + path.rawValue) }
    writer.member("response_types_supported", ResponseType.allCases.map(\.rawValue))
    writer.member("response_modes_supported", ResponseMode.allCases.map(\.rawValue))
    writer.member("grant_types_supported", GrantType.allCases.map(\.rawValue))
    writer.member("scopes_supported", Scope.allCases.map(\.rawValue))
    writer.member("subject_types_supported", SubjectIdentifierType.allCases.map(\.rawValue))
    writer.member("id_token_signing_alg_values_supported", SignatureAlgorithm.allCases.map(\.rawValue))
    writer.member("userinfo_signing_alg_values_supported", SignatureAlgorithm.allCases.map(\.rawValue))
    writer.member("acr_values_supported", AuthenticationContext.allCases.map(\.rawValue))
    writer.member("prompt_values_supported", Prompt.allCases.map(\.rawValue))
    writer.member("code_challenge_methods_supported", CodeChallengeMethod.allCases.map(\.rawValue))
    writer.member("claims_supported", MetadataDocument.claims)
    writer.member("ui_locales_supported", PageLanguages.tags)
    let methods = ClientAuthenticationMethod.allCases
    let confidential = methods.filter { $0 != .none }.map(\.rawValue)
    let algorithms = SignatureAlgorithm.allCases.map(\.rawValue)
    writer.member("token_endpoint_auth_methods_supported", methods.map(\.rawValue))
    writer.member("token_endpoint_auth_signing_alg_values_supported", algorithms)
    writer.member("revocation_endpoint_auth_methods_supported", methods.map(\.rawValue))
    writer.member("revocation_endpoint_auth_signing_alg_values_supported", algorithms)
    writer.member("introspection_endpoint_auth_methods_supported", confidential)
    writer.member("introspection_endpoint_auth_signing_alg_values_supported", algorithms)
    writer.member("authorization_response_iss_parameter_supported", true)
    writer.member("claims_parameter_supported", true)
    // OpenID Connect Discovery §3: request_uri is taken to be supported where nothing is said.
    writer.member("request_parameter_supported", false)
    writer.member("request_uri_parameter_supported", false)
    writer.endObject()
    return writer.bytes
  }

  private static let endpoints: [(String, EndpointPath)] = [
    ("authorization_endpoint", .authorize), ("token_endpoint", .token), ("userinfo_endpoint", .userinfo),
    ("jwks_uri", .jwks), ("introspection_endpoint", .introspect), ("revocation_endpoint", .revoke),
    ("end_session_endpoint", .endSession), ("onedoor_revocation_stream", .revocationStream),
    ("onedoor_revocation_snapshot", .revocationSnapshot),
  ]

  private static let claims =
    ["iss", "sub", "sub_type", "aud", "iat", "exp", "auth_time", "acr", "amr", "nonce", "sid", "at_hash"]
    + ReleasableClaim.allCases.map(\.rawValue)
}
