import OneDoorCrypto
package import OneDoorJOSE

/// A configuration that was found sound. Everything inside works with this one.
package struct Department: Sendable {
  package enum Credentials: Sendable {
    case secretInHeader(String)
    case secretInForm(String)
    case privateKey(SigningKey)
    case none
  }

  package let issuer: WebAddress
  package let clientID: String
  package let credentials: Credentials
  package let redirectURI: WebAddress?
  package let postLogoutRedirectURI: String?
  package let scope: String
  package let audience: String
  package let cookieSecrets: [[UInt8]]
  package let signInPath: String
  package let signOutPath: String
  package let maxStaleness: Duration
  package let skew: Int64

  package static let minimumCookieSecretByteCount = 32

  /// Public departments have nothing to authenticate with at the feed.
  package var followsRevocation: Bool { if case .none = credentials { false } else { true } }

  package init(_ configuration: OneDoorConfiguration) throws(OneDoorError) {
    issuer = try Department.address(configuration.issuer, "issuer")
    guard Department.isClientID(configuration.clientID) else {
      throw .configuration("clientID is 1 to 64 of A-Z a-z 0-9 . _ -")
    }
    clientID = configuration.clientID
    credentials = try Department.credentials(configuration.credentials)
    redirectURI = try configuration.redirectURI.map { uri throws(OneDoorError) in
      try Department.address(uri, "redirectURI")
    }
    postLogoutRedirectURI = try configuration.postLogoutRedirectURI.map { uri throws(OneDoorError) in
      try Department.address(uri, "postLogoutRedirectURI").text
    }
    guard configuration.scopes.contains("openid"), configuration.scopes.allSatisfy(Department.isScope) else {
      throw .configuration("scopes are names without spaces, and openid is among them")
    }
    scope = configuration.scopes.joined(separator: " ")
    audience = configuration.audience ?? configuration.clientID
    cookieSecrets = configuration.cookieSecrets.map { Array($0.utf8) }
    guard cookieSecrets.allSatisfy({ $0.count >= Department.minimumCookieSecretByteCount }) else {
      throw .configuration("each of cookieSecrets has at least \(Department.minimumCookieSecretByteCount) bytes")
    }
    guard redirectURI == nil || !cookieSecrets.isEmpty else {
      throw .configuration("a department that signs browsers in needs cookieSecrets")
    }
    for path in [configuration.signInPath, configuration.signOutPath] where ReturnPath(path) == nil {
      throw .configuration("\(path) is not a path")
    }
    signInPath = configuration.signInPath
    signOutPath = configuration.signOutPath
    guard configuration.maxStaleness > .zero, configuration.maxStaleness <= .seconds(3600) else {
      throw .configuration("maxStaleness is at most an hour")
    }
    maxStaleness = configuration.maxStaleness
    guard configuration.clockSkew >= .zero, configuration.clockSkew <= .seconds(60) else {
      throw .configuration("clockSkew is at most 60 seconds")
    }
    skew = configuration.clockSkew.components.seconds
  }

  private static func address(_ text: String, _ name: String) throws(OneDoorError) -> WebAddress {
    guard let address = WebAddress(text) else { throw .configuration("\(name) is not an http or https address") }
    guard address.isTrustworthy else { throw .configuration("\(name) is http, which only this machine may be") }
    return address
  }

  private static func credentials(_ credentials: ClientCredentials) throws(OneDoorError) -> Credentials {
    switch credentials.method {
    case .secretInHeader(let secret):
      guard !secret.isEmpty else { throw .configuration("the client secret is empty") }
      return .secretInHeader(secret)
    case .secretInForm(let secret):
      guard !secret.isEmpty else { throw .configuration("the client secret is empty") }
      return .secretInForm(secret)
    case .privateKey(let pem):
      do throws(CryptoError) {
        return .privateKey(SigningKey(privateKey: try PrivateKey(pem: Array(pem.utf8))))
      } catch {
        throw .configuration("the private key: \(error)")
      }
    case .none: return .none
    }
  }

  private static func isClientID(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// RFC 6749 §3.3, `scope-token`.
  private static func isScope(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { $0 == 0x21 || (0x23...0x5B).contains($0) || (0x5D...0x7E).contains($0) }
  }
}
