import Foundation
import OneDoorCrypto
import OneDoorEndpoints
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules

/// A form as a department sends it; nil leaves a parameter out.
func form(_ pairs: [(String, String?)]) -> Parameters {
  Parameters(pairs.compactMap { name, value in value.map { Parameters.Entry(name: name, value: $0) } })
}

/// How departments speak to the provider.
extension World {
  static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

  /// A good authorization request with some parameters changed, left out (nil) or added.
  func request(_ office: Office, _ changes: [String: String?] = [:], adding: [(String, String?)] = []) -> Parameters {
    var pairs: [(String, String?)] = [
      ("client_id", office.rawValue), ("redirect_uri", office.redirectURI), ("response_type", "code"),
      ("scope", "openid profile phone email"), ("state", "state of \(office.rawValue)"), ("nonce", "a nonce"),
      ("code_challenge", World.challenge), ("code_challenge_method", "S256"),
    ]
    for (name, value) in changes {
      if let place = pairs.firstIndex(where: { $0.0 == name }) {
        pairs[place].1 = value
      } else {
        pairs.append((name, value))
      }
    }
    return form(pairs + adding)
  }

  static func basic(_ id: String, _ secret: String) -> String {
    "Basic " + Data("\(id):\(secret)".utf8).base64EncodedString()
  }

  /// What authenticates an office: parameters, and the header where it uses one.
  func credentials(_ office: Office) throws -> (pairs: [(String, String?)], authorization: String?) {
    switch office {
    case .business: ([("client_id", office.rawValue), ("client_secret", office.secret)], nil)
    case .portal: ([("client_id", office.rawValue)], nil)
    case .registry: (try assertionPairs(assertion()), nil)
    default: ([], World.basic(office.rawValue, office.secret))
    }
  }

  func token(_ office: Office, _ pairs: [(String, String?)]) async throws -> APIReply {
    let own = try credentials(office)
    return await provider.token(form(own.pairs + pairs), authorization: own.authorization)
  }

  func introspect(_ token: String?, by office: Office) async throws -> APIReply {
    let own = try credentials(office)
    return await provider.introspect(form(own.pairs + [("token", token)]), authorization: own.authorization)
  }

  func revoke(_ token: String?, by office: Office) async throws -> APIReply {
    let own = try credentials(office)
    return await provider.revoke(form(own.pairs + [("token", token)]), authorization: own.authorization)
  }

  func redeem(
    _ code: String?, by office: Office, redirectURI: String? = nil, verifier: String? = World.verifier
  ) async throws -> APIReply {
    try await token(
      office,
      [
        ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirectURI ?? office.redirectURI),
        ("code_verifier", verifier),
      ])
  }

  func refresh(_ token: String?, by office: Office, scope: String? = nil) async throws -> APIReply {
    try await self.token(office, [("grant_type", "refresh_token"), ("refresh_token", token), ("scope", scope)])
  }

  func userinfo(_ accessToken: String) async -> APIReply {
    await provider.userinfo(bearer: .header("Bearer \(accessToken)"))
  }

  /// A token that the office holds for itself.
  func ownToken(_ office: Office, scope: String? = nil) async throws -> String {
    try await token(office, [("grant_type", "client_credentials"), ("scope", scope)]).tokens().accessToken
  }
}

extension APIReply {
  func json() throws -> JSONObject {
    guard let object = try JSON.parse(body).object else { throw Unexpected("no JSON object: \(text)") }
    return object
  }

  var text: String { String(decoding: body, as: UTF8.self) }

  func tokens() throws -> TokenResponse {
    guard status == 200 else { throw Unexpected("\(status) instead of tokens: \(text)") }
    return try TokenResponse(try json())
  }

  /// The refusal that this answer spells: its code, its words and its status all agree.
  var refusal: TokenRefusal? {
    guard let object = try? json(), let code = object["error"]?.string, let words = object["error_description"]?.string
    else { return nil }
    return TokenRefusal.allCases.first { $0.text == words && $0.code.rawValue == code && $0.status == status }
  }

  var isActive: Bool? { (try? json())?["active"]?.bool }
}

/// Client assertions of the office `registry`.
extension World {
  func assertion(
    _ changes: [String: JSON?] = [:], key: SigningKey? = nil, typ: String = "JWT"
  ) throws -> String {
    var claims = JSONObject([
      ("iss", .string(Office.registry.rawValue)), ("sub", .string(Office.registry.rawValue)),
      ("aud", .string(World.issuer)), ("exp", .integer(clock.now.seconds + 60)),
      ("jti", .string(Base64URL.encode(try SecureRandom.bytes(16)))),
    ])
    for (name, value) in changes { claims[name] = value }
    return try (key ?? keys.registry).sign(typ: typ, payload: JSON.object(claims).serialized())
  }

  func assertionPairs(_ assertion: String) -> [(String, String?)] {
    [
      ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
      ("client_assertion", assertion),
    ]
  }
}
