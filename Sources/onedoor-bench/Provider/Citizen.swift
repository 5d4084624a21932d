import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages

/// One virtual citizen with a browser, at one department.
final class Citizen {
  let account: Installation.Account
  let department: Installation.Client
  let host: String
  /// What the last sign-in or hop has brought.
  var sessionCookie = ""
  var accessToken = ""
  var refreshToken = ""

  private static let verifier = String(repeating: "bench-verifier-", count: 4)
  private static let challenge = Base64URL.encode(SHA256.hash(Array(verifier.utf8)))

  init(_ account: Installation.Account, department: Installation.Client, host: String) {
    self.account = account
    self.department = department
    self.host = host
  }

  /// What a department's sign-in link leads to.
  var authorizeTarget: String {
    let query = RequestText.encode([
      ("response_type", "code"), ("client_id", department.id), ("redirect_uri", department.redirectURI),
      ("scope", "openid profile"), ("state", "state-of-sixteen"), ("nonce", "nonce-of-sixteen"),
      ("code_challenge", Citizen.challenge), ("code_challenge_method", "S256"),
    ])
    return "\(EndpointPath.authorize.rawValue)?\(query)"
  }

  var authorizeWithSession: [UInt8] {
    RequestText.get(authorizeTarget, host: host, cookie: "onedoor=\(sessionCookie)")
  }

  func tokenRequest(_ form: [(String, String)]) -> [UInt8] {
    RequestText.post(EndpointPath.token.rawValue, host: host, form: form, authorization: department.authorization)
  }

  func redemption(of code: String) -> [UInt8] {
    tokenRequest([
      ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", department.redirectURI),
      ("code_verifier", Citizen.verifier),
    ])
  }

  /// The code that a redirect to the department carries. It is base64url, which needs no decoding.
  func code(in answer: HTTPAnswer) throws -> String {
    try answer.require(303, "the redirect to the department")
    guard let location = answer.location, location.hasPrefix(department.redirectURI) else {
      throw answer.missing("redirect to the department")
    }
    guard let code = Array(location.utf8).text(after: "code=", before: UInt8(ascii: "&")) else {
      throw answer.missing("code")
    }
    return code
  }

  func takeTokens(_ answer: HTTPAnswer) throws {
    try answer.require(200, "the tokens")
    let quote = UInt8(ascii: "\"")
    guard let access = answer.body.text(after: "\"access_token\":\"", before: quote),
      let refresh = answer.body.text(after: "\"refresh_token\":\"", before: quote), answer.body.holds("\"id_token\":\"")
    else { throw answer.missing("tokens") }
    accessToken = access
    refreshToken = refresh
  }
}
