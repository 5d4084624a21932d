import OneDoorCrypto
import OneDoorJOSE
import TestSupport

/// An authorization request as a department makes it, with what the department keeps for the answer.
struct AuthorizationRequest: Sendable {
  let department: TestDepartment
  let verifier: String
  let state: String
  let nonce: String
  private(set) var parameters: [(String, String)]

  init(_ department: TestDepartment, scope: String = "openid profile phone email") throws {
    self.department = department
    verifier = Base64URL.encode(try SecureRandom.bytes(32))
    state = Base64URL.encode(try SecureRandom.bytes(16))
    nonce = Base64URL.encode(try SecureRandom.bytes(16))
    parameters = [
      ("response_type", "code"), ("client_id", department.id), ("redirect_uri", department.redirectURI),
      ("scope", scope), ("state", state), ("nonce", nonce),
      ("code_challenge", Base64URL.encode(SHA256.hash(Array(verifier.utf8)))), ("code_challenge_method", "S256"),
    ]
  }

  subscript(name: String) -> String? { parameters.first { $0.0 == name }?.1 }

  /// The same with one parameter changed, added, or (nil) left out.
  func with(_ name: String, _ value: String?) -> AuthorizationRequest {
    var changed = self
    let place = changed.parameters.firstIndex { $0.0 == name }
    if let place { changed.parameters.remove(at: place) }
    if let value { changed.parameters.insert((name, value), at: place ?? changed.parameters.endIndex) }
    return changed
  }

  /// The same with a parameter once more.
  func again(_ name: String, _ value: String) -> AuthorizationRequest {
    var changed = self
    changed.parameters.append((name, value))
    return changed
  }

  var withoutPKCE: AuthorizationRequest { with("code_challenge", nil).with("code_challenge_method", nil) }

  func url(_ world: World) -> String { "\(world.issuer)/authorize?\(formEncoded(parameters))" }

  /// What the department sends to the token endpoint for this code.
  func redemption(_ code: String) -> [(String, String)] {
    var form = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", self["redirect_uri"] ?? "")]
    if self["code_challenge"] != nil { form.append(("code_verifier", verifier)) }
    return form
  }
}
