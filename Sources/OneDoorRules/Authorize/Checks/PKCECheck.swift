import OneDoorJOSE
import OneDoorMessages

/// RFC 9700 §2.1.1: S256 always, or what the department's registration allows in its place. `plain` never: it protects
/// against nothing that reads the request.
enum PKCECheck {
  static func check(
    _ parameters: Parameters, nonce: String?, of department: Department
  ) throws(AuthorizeRefusal) -> [UInt8]? {
    guard let challenge = parameters["code_challenge"] else {
      // RFC 9700 §4.8.2: a method without a challenge is a downgrade attempt, not an absent PKCE.
      try require(parameters["code_challenge_method"] == nil, or: AuthorizeRefusal.challengeMissing)
      switch department.pkce {
      case .required: throw .challengeMissing
      case .orNonce: try require(nonce != nil, or: AuthorizeRefusal.nonceMissing)
      case .off: break
      }
      return nil
    }
    // RFC 7636 §4.3: an absent method means plain.
    guard let method = parameters["code_challenge_method"], CodeChallengeMethod(rawValue: method) != nil
    else { throw .challengeMethodUnsupported }
    guard let bytes = Base64URL.decode(challenge), bytes.count == 32 else { throw .challengeMalformed }
    return bytes
  }
}
