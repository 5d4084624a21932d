import Foundation
import OneDoorCrypto
import OneDoorJOSE
import Testing

/// A department of the test's world: what is registered of it, and what it knows itself.
struct TestDepartment: Sendable, CustomTestStringConvertible {
  enum Proof: Sendable {
    case basic(String)
    case post(String)
    case assertion(SigningKey)
    case none
  }

  let id: String
  let redirectURI: String
  let proof: Proof
  /// Further lines of its registration, without indentation.
  var registered: [String] = []

  var testDescription: String { id }
  var postLogoutURI: String { "https://\(id).example/bye" }

  /// The `aud` of its access tokens.
  var audience: String {
    registered.first { $0.hasPrefix("audience: ") }.map { String($0.dropFirst("audience: ".count)) } ?? id
  }

  private var method: String {
    switch proof {
    case .basic: "client_secret_basic"
    case .post: "client_secret_post"
    case .assertion: "private_key_jwt"
    case .none: "none"
    }
  }

  var secret: String? {
    switch proof {
    case .basic(let secret), .post(let secret): secret
    case .assertion, .none: nil
    }
  }

  /// The variable that its secret is registered from.
  var secretVariable: String { "SECRET_" + id.uppercased().replacing("-", with: "_") }

  /// Its entry under `departments:`.
  var registration: String {
    var lines = ["id: \(id)", "name: {en: \(id.capitalized) Office, zh-Hans: \(id)局}", "authentication: \(method)"]
    if !registered.contains(where: { $0.hasPrefix("grants:") }) {
      let machine = if case .none = proof { "" } else { ", client_credentials" }
      lines.append("grants: [authorization_code, refresh_token\(machine)]")
    }
    if !registered.contains(where: { $0.hasPrefix("redirect_uris:") }) {
      lines.append("redirect_uris: [\"\(redirectURI)\"]")
    }
    if !registered.contains(where: { $0.hasPrefix("signing:") }) {
      lines.append("signing: {id_token: ES256, access_token: ES256}")
    }
    if !registered.contains(where: { $0.hasPrefix("post_logout_redirect_uris:") }) {
      lines.append("post_logout_redirect_uris: [\"\(postLogoutURI)\"]")
    }
    if !registered.contains(where: { $0.hasPrefix("scopes:") }) {
      let machine = if case .none = proof { "" } else { ", revocation" }
      lines.append("scopes: [openid, profile, phone, email, offline_access\(machine)]")
    }
    if secret != nil { lines.append("secret: env:\(secretVariable)") }
    if case .assertion(let key) = proof {
      lines.append("jwks: " + String(decoding: JWKSet.serialized([key.jwk]), as: UTF8.self))
    }
    lines += registered.filter { $0 != "signing: default" }
    return "  - " + lines.joined(separator: "\n    ") + "\n"
  }
}

extension TestDepartment {
  static func drawSecret() throws -> String { Base64URL.encode(try SecureRandom.bytes(32)) }

  static func basic(_ id: String, _ registered: String...) throws -> TestDepartment {
    TestDepartment(
      id: id, redirectURI: "https://\(id).example/cb", proof: .basic(try drawSecret()), registered: registered)
  }

  static func assertion(_ id: String, _ registered: String...) throws -> TestDepartment {
    let key = SigningKey(privateKey: try PrivateKey.generate(.ES256))
    return TestDepartment(
      id: id, redirectURI: "https://\(id).example/cb", proof: .assertion(key), registered: registered)
  }
}
