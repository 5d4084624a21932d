import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules

/// The departments of every world, one for each way in which departments differ.
enum Office: String, CaseIterable, Sendable {
  /// Confidential, secret in the header, follows the revocation stream.
  case housing
  /// Confidential, secret in the body, follows the stream as well.
  case business
  /// Public: PKCE and rotating refresh tokens.
  case portal
  /// private_key_jwt.
  case registry
  /// Old software: RS256 ID tokens, no PKCE, no refresh.
  case legacy
  /// PKCE or a nonce.
  case archive
  /// Signs nobody in: tokens for itself only.
  case clerk
  /// Switched off.
  case closed

  var secret: String { "\(rawValue)-secret-abcdefghijklmnopqrstuvwxyz012345" }
  var redirectURI: String {
    self == .portal ? "com.example.portal:/signin" : "http://localhost:8081/\(rawValue)/callback"
  }
  var afterSignOut: String { "http://localhost:8081/\(rawValue)/bye" }

  func id() throws -> DepartmentID {
    guard let id = DepartmentID(rawValue) else { throw Unexpected("a department without an id") }
    return id
  }

  func registered(_ keys: WorldKeys) throws -> Department {
    var department = Department(
      id: try id(), name: LocalizedName(english: "Office of \(rawValue)"), redirectURIs: [redirectURI],
      postLogoutRedirectURIs: [afterSignOut], authentication: .clientSecretBasic,
      secretHashes: [SHA256.hash(Array(secret.utf8))], idTokenAlgorithm: .ES256,
      grants: [.authorizationCode, .refreshToken], scopes: [.openid, .profile, .phone, .email])
    switch self {
    case .housing: follow(&department)
    case .business:
      department.authentication = .clientSecretPost
      follow(&department)
    case .portal:
      department.authentication = .none
      department.secretHashes = []
      department.refresh = .rotate
      department.redirectURIs.append("https://portal.example/cb")
    case .registry:
      department.authentication = .privateKeyJWT
      department.secretHashes = []
      department.keys = [keys.registry.jwk]
    case .legacy:
      department.idTokenAlgorithm = .RS256
      department.pkce = .off
      department.grants = [.authorizationCode]
    case .archive: department.pkce = .orNonce
    case .clerk: department.grants = [.clientCredentials]
    case .closed: department.isEnabled = false
    }
    return department
  }

  private func follow(_ department: inout Department) {
    department.grants.insert(.clientCredentials)
    department.scopes.insert(.revocation)
  }
}

struct Unexpected: Error, CustomStringConvertible {
  let description: String
  init(_ what: String) { description = what }
}
