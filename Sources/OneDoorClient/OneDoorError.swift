/// Why something that needed the provider, or a sign-in, did not come about. Tokens that fail a check throw
/// ``TokenError`` instead.
public struct OneDoorError: Error, Sendable, Equatable {
  /// The kind of failure. More may be added; compare with the ones you handle.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code's name.
    public let description: String
    private init(_ name: String) { description = name }

    /// The configuration is wrong; the text names the setting.
    public static let configuration = Code("configuration")
    /// The provider cannot be reached, or answers that it cannot serve now. Try again later.
    public static let unavailable = Code("unavailable")
    /// The provider's metadata or keys are not what they must be (another issuer, an endpoint without TLS).
    public static let discovery = Code("discovery")
    /// The provider's answer cannot be read.
    public static let malformedAnswer = Code("malformed_answer")
    /// The provider refused; ``OneDoorError/providerCode`` says with which error code.
    public static let refused = Code("refused")
    /// The provider's answer holds a token that fails a check; ``OneDoorError/tokenError`` says which.
    public static let invalidToken = Code("invalid_token")
    /// This browser did not start the sign-in that it wants to finish (RFC 9700 §4.7), or not here.
    public static let foreignBrowser = Code("foreign_browser")
    /// The sign-in was started too long ago.
    public static let expired = Code("expired")
    /// The answer comes from another provider than the one that was asked (RFC 9207 §2.4).
    public static let wrongIssuer = Code("wrong_issuer")
    /// The session does not fit into a cookie, even without its ID token.
    public static let sessionTooLarge = Code("session_too_large")
  }

  /// The kind of failure.
  public let code: Code
  /// What happened, for a log. Never holds a token or a secret.
  public let message: String
  /// The provider's own error code (`invalid_grant`, `access_denied`), where it gave one.
  public let providerCode: String?
  /// What was wrong with a token, where one was.
  public let tokenError: TokenError?

  package init(_ code: Code, _ message: String, providerCode: String? = nil, tokenError: TokenError? = nil) {
    self.code = code
    self.message = message
    self.providerCode = providerCode
    self.tokenError = tokenError
  }

  package static func configuration(_ message: String) -> OneDoorError { OneDoorError(.configuration, message) }

  package static func invalidToken(_ error: TokenError) -> OneDoorError {
    OneDoorError(.invalidToken, error.description, tokenError: error)
  }

  /// Only `error` is the provider's to choose, so it is kept only as far as RFC 6749 §4.1.2.1 allows its letters.
  package static func refused(_ providerCode: String, by what: String) -> OneDoorError {
    let code = providerCode.utf8.prefix(64).filter { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
    let text = String(decoding: code, as: UTF8.self)
    return OneDoorError(.refused, "\(what) answered \(text)", providerCode: text)
  }
}

extension OneDoorError: CustomStringConvertible {
  /// One line for a log.
  public var description: String { "\(code): \(message)" }
}
