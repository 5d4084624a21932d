import OneDoorJOSE
import OneDoorMessages

/// The discovery document of the test provider.
enum FakeMetadata {
  static func document(_ issuer: String) -> [UInt8] {
    let paths: [(String, EndpointPath)] = [
      ("authorization_endpoint", .authorize), ("token_endpoint", .token), ("jwks_uri", .jwks),
      ("revocation_endpoint", .revoke), ("end_session_endpoint", .endSession),
      ("onedoor_revocation_stream", .revocationStream), ("onedoor_revocation_snapshot", .revocationSnapshot),
    ]
    var object: JSONObject = ["issuer": .string(issuer)]
    for (name, path) in paths { object[name] = .string(issuer + path.rawValue) }
    return JSON.object(object).serialized()
  }
}
