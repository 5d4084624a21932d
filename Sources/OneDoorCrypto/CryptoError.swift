/// What libcrypto, or a key handed to it, can do wrong. A signature or a tag that does not match is an answer, not an
/// error: it is `false` or `nil`.
package enum CryptoError: Error, Equatable, Sendable {
  case entropy
  case malformedKey(String)
  case unsupportedKey(String)
  case failed(String)
}

extension CryptoError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .entropy: "the system gave no random bytes"
    case .malformedKey(let why): "malformed key: \(why)"
    case .unsupportedKey(let why): "unsupported key: \(why)"
    case .failed(let what): "libcrypto failed: \(what)"
    }
  }
}

/// Ends the process where libcrypto could not even compute a digest: memory or the library itself is gone. No input
/// leads here. Going on with a wrong or empty value would be worse, for it would be one person's `sub` for everybody.
func lastResort(_ what: StaticString) -> Never {
  preconditionFailure("libcrypto cannot compute \(what)")
}
