import Foundation
import OneDoorCrypto
import OneDoorJOSE
import TestSupport

/// What departments call, each with its own proof.
extension World {
  /// A program without cookies.
  var http: HTTPTestClient { HTTPTestClient() }

  func token(_ form: [(String, String)], by department: TestDepartment) async throws -> TokenAnswer {
    TokenAnswer(try await call("/token", form, by: department))
  }

  func refresh(
    _ token: String, by department: TestDepartment, _ more: [(String, String)] = []
  ) async throws -> TokenAnswer {
    try await self.token([("grant_type", "refresh_token"), ("refresh_token", token)] + more, by: department)
  }

  func introspect(_ token: String, by department: TestDepartment) async throws -> JSONObject {
    let response = try await call("/introspect", [("token", token)], by: department)
    guard response.status == 200 else { throw Failed("introspection", response) }
    return response.json
  }

  func isActive(_ token: String, by department: TestDepartment) async throws -> Bool {
    try await introspect(token, by: department)["active"]?.bool == true
  }

  func revoke(_ token: String, by department: TestDepartment) async throws -> HTTPTestResponse {
    try await call("/revoke", [("token", token)], by: department)
  }

  func userinfo(_ token: String) async throws -> HTTPTestResponse {
    try await http.get(issuer + "/userinfo", headers: [("authorization", "Bearer \(token)")])
  }

  func call(_ path: String, _ form: [(String, String)], by department: TestDepartment) async throws -> HTTPTestResponse
  {
    let proof = try proof(of: department)
    return try await http.post(issuer + path, form: form + proof.form, headers: proof.headers)
  }

  /// Header fields or form fields by which the department proves itself.
  func proof(of department: TestDepartment) throws -> (headers: [(String, String)], form: [(String, String)]) {
    switch department.proof {
    case .basic(let secret): ([("authorization", basic(department.id, secret))], [])
    case .post(let secret): ([], [("client_id", department.id), ("client_secret", secret)])
    case .assertion: ([], assertionForm(try assertion(of: department)))
    case .none: ([], [("client_id", department.id)])
    }
  }

  func basic(_ id: String, _ secret: String) -> String {
    "Basic " + Data("\(formEscaped(id)):\(formEscaped(secret))".utf8).base64EncodedString()
  }

  func assertionForm(_ assertion: String) -> [(String, String)] {
    [
      ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
      ("client_assertion", assertion),
    ]
  }

  /// A client assertion (RFC 7523 §3) with some claims changed, or (null) left out.
  func assertion(of department: TestDepartment, changing changes: JSONObject = [:]) throws -> String {
    guard case .assertion(let key) = department.proof else { throw Failed("\(department.id) has no key") }
    let now = Int64(Date().timeIntervalSince1970)
    let audience = department.registered.contains("assertion_audience: token_endpoint") ? issuer + "/token" : issuer
    var claims: JSONObject = [
      "iss": .string(department.id), "sub": .string(department.id), "aud": .string(audience), "iat": .integer(now),
      "exp": .integer(now + 60), "jti": .string(UUID().uuidString),
    ]
    for (name, value) in changes.members { claims[name] = value.isNull ? nil : value }
    return try key.sign(typ: "JWT", payload: JSON.object(claims).serialized())
  }

  /// The provider's keys, as any library fetches them.
  func keyRing() async throws -> KeyRing { KeyRing(try JWKSet.parse(try await http.get(issuer + "/jwks").bytes)) }
}
