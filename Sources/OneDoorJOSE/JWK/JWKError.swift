/// Why a JSON value is not a key we verify with. `unsupported` keys are somebody else's business and a set skips them;
/// the others are faults, and a set with one is refused whole.
package enum JWKError: Error, Equatable, Sendable {
  case json(JSONError)
  case malformed(String)
  case unsupported(String)
  case privateMember(String)
  case duplicateKeyID(String)
  case tooManyKeys
}

extension JWKError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .json(let error): "key set: \(error)"
    case .malformed(let why): "malformed key: \(why)"
    case .unsupported(let why): "unsupported key: \(why)"
    case .privateMember(let name): "a public key with the private member \"\(name)\""
    case .duplicateKeyID(let kid): "two keys with the kid \"\(kid)\""
    case .tooManyKeys: "more than \(JWKSet.maximumCount) keys in a set"
    }
  }
}
