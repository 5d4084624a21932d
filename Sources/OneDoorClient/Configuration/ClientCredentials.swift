/// How a department proves to the provider that it is itself, by the method it is registered with.
public struct ClientCredentials: Sendable {
  package enum Method: Sendable {
    case secretInHeader(String)
    case secretInForm(String)
    case privateKey(pem: String)
    case none
  }

  package let method: Method

  /// The secret that `onedoor apply` printed, sent as `client_secret_basic`.
  public static func secret(_ secret: String) -> ClientCredentials {
    ClientCredentials(method: .secretInHeader(secret))
  }

  /// The same secret, sent as `client_secret_post`.
  public static func secretInForm(_ secret: String) -> ClientCredentials {
    ClientCredentials(method: .secretInForm(secret))
  }

  /// A key of the department's own, P-256 or RSA, in PEM (`private_key_jwt`). The secret never leaves this process.
  public static func privateKey(pem: String) -> ClientCredentials { ClientCredentials(method: .privateKey(pem: pem)) }

  /// A public department: PKCE alone. It cannot follow the revocation feed, so its sessions end with their tokens.
  public static var none: ClientCredentials { ClientCredentials(method: .none) }
}

extension ClientCredentials: CustomStringConvertible, CustomReflectable {
  /// Redacted: the method and nothing more.
  public var description: String {
    switch method {
    case .secretInHeader: "client_secret_basic (redacted)"
    case .secretInForm: "client_secret_post (redacted)"
    case .privateKey: "private_key_jwt (redacted)"
    case .none: "none"
    }
  }

  /// Empty, so that dumping a configuration tells no secret.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
