/// Why a token is not one of ours. The cases tell an administrator what is wrong; a stranger is told `invalid_token`.
package enum JWSError: Error, Equatable, Sendable {
  case tooLong
  /// Not three parts of canonical base64url, or without a signature.
  case malformed
  case header(String)
  /// Not the algorithm of the key.
  case algorithm
  case unknownKey
  case signature
  /// A token for something else.
  case type
}

extension JWSError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooLong: "the token is too long"
    case .malformed: "the token is not three parts of base64url"
    case .header(let why): "the token's header: \(why)"
    case .algorithm: "the token's algorithm is not that of the key"
    case .unknownKey: "the token names no key that is known"
    case .signature: "the token's signature does not match"
    case .type: "the token is of another type"
    }
  }
}
