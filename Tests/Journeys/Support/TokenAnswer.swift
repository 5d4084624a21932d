import OneDoorJOSE
import TestSupport

/// What the token endpoint answered.
struct TokenAnswer: Sendable {
  let response: HTTPTestResponse
  let object: JSONObject

  init(_ response: HTTPTestResponse) {
    self.response = response
    object = (try? JSON.parse(response.bytes).object) ?? JSONObject()
  }

  var status: Int { response.status }
  var error: String? { object["error"]?.string }
  var access: String { object["access_token"]?.string ?? "" }
  var refresh: String { object["refresh_token"]?.string ?? "" }
  var id: String { object["id_token"]?.string ?? "" }
  var scope: String? { object["scope"]?.string }

  var accessClaims: JSONObject { claims(of: access) }
  var idClaims: JSONObject { claims(of: id) }

  /// Itself, where tokens came; otherwise an error that shows what did.
  func granted() throws -> TokenAnswer {
    guard status == 200, !access.isEmpty else { throw Failed("no tokens", response) }
    return self
  }
}

extension HTTPTestResponse {
  var json: JSONObject { (try? JSON.parse(bytes).object) ?? JSONObject() }
  /// The code of an error response.
  var error: String? { json["error"]?.string }
}

/// The claims of a token, whoever signed it; none where it is no token.
func claims(of token: String) -> JSONObject {
  (try? UnverifiedJWS(compact: token).unverifiedClaims()) ?? JSONObject()
}

func header(of token: String) -> JWSHeader? { try? UnverifiedJWS(compact: token).header }
