import OneDoorClient
import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages

/// Tokens of a provider that can be made wrong in one place at a time.
enum TokenForge {
  static let issuer = "https://login.example"
  static let department = "housing"
  static let now: Int64 = 1_800_000_000
  static let skew: Int64 = 60

  static let es256 = key(.ES256)
  static let rs256 = key(.RS256)
  /// A key of the provider's right kind that the provider does not have.
  static let foreign = key(.ES256)
  static let ring = KeyRing([es256.jwk, rs256.jwk])

  static let verifier = TokenVerifier(issuer: issuer, audience: department, clientID: department, skew: skew)

  private static func key(_ algorithm: SignatureAlgorithm) -> SigningKey {
    do {
      return SigningKey(privateKey: try PrivateKey.generate(algorithm))
    } catch {
      preconditionFailure("no test key: \(error)")
    }
  }

  static let access: JSONObject = [
    "iss": .string(issuer), "sub": "subject", "sub_type": "person", "aud": .string(department),
    "client_id": .string(department), "iat": .integer(now), "exp": .integer(now + 300), "jti": "token-1",
    "scope": "openid profile", "sid": "session-1", "auth_time": .integer(now - 10), "acr": "urn:onedoor:acr:1",
    "amr": ["pwd"],
  ]

  static let identity: JSONObject = [
    "iss": .string(issuer), "sub": "subject", "sub_type": "person", "aud": .string(department), "iat": .integer(now),
    "exp": .integer(now + 300), "auth_time": .integer(now - 10), "acr": "urn:onedoor:acr:1", "amr": ["pwd"],
    "nonce": "nonce-1", "sid": "session-1", "name": "张伟",
  ]

  static func sign(_ claims: JSONObject, typ: String, key: SigningKey = es256) throws -> String {
    try key.sign(typ: typ, payload: JSON.object(claims).serialized())
  }

  static func accessToken(_ change: (inout JSONObject) -> Void = { _ in }) throws -> String {
    var claims = access
    change(&claims)
    return try sign(claims, typ: TokenType.accessToken)
  }

  static func idToken(key: SigningKey = es256, _ change: (inout JSONObject) -> Void = { _ in }) throws -> String {
    var claims = identity
    change(&claims)
    return try sign(claims, typ: TokenType.idToken, key: key)
  }

  /// Any header over any payload, signed by any key.
  static func raw(header: JSONObject, payload: [UInt8], key: SigningKey = es256) throws -> String {
    let input = "\(Base64URL.encode(JSON.object(header).serialized())).\(Base64URL.encode(payload))"
    return "\(input).\(Base64URL.encode(try key.privateKey.sign(Array(input.utf8))))"
  }

  static func header(_ key: SigningKey = es256, typ: String = TokenType.accessToken) -> JSONObject {
    ["alg": .string(key.algorithm.rawValue), "kid": .string(key.kid), "typ": .string(typ)]
  }

  /// The rule that refuses a token as an access token; nil if none does.
  static func refusal(ofAccess token: String, now: Int64 = now) -> TokenError? {
    do throws(TokenError) {
      _ = try verifier.accessToken(token, keys: ring, now: now)
      return nil
    } catch { return error }
  }

  static func refusal(
    ofID token: String, nonce: String? = nil, accessToken: String? = nil, maxAge: Int64? = nil, now: Int64 = now
  ) -> TokenError? {
    do throws(TokenError) {
      _ = try verifier.idToken(token, nonce: nonce, accessToken: accessToken, maxAge: maxAge, keys: ring, now: now)
      return nil
    } catch { return error }
  }
}
