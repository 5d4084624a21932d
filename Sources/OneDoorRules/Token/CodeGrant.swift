import OneDoorCrypto
package import OneDoorMessages

/// The authorization code presented for tokens (RFC 6749 §4.1.3): everything that can be judged before the code is used up.
package enum CodeGrant {
  /// A fault after the code was found genuine still uses it up: what was presented wrongly must not be tried again.
  package static func check(
    _ contents: CodeContents, _ parameters: Parameters, by department: Department, policy: Policy, now: UnixTime
  ) throws(TokenRefusal) {
    try require(contents.department == department.id, or: TokenRefusal.codeOfAnotherDepartment)
    try require(now < contents.issuedAt + policy.codeLife, or: TokenRefusal.codeExpired)
    let redirectHash = SHA256.hash(Array((parameters["redirect_uri"] ?? "").utf8))
    try require(constantTimeEquals(redirectHash, contents.redirectURIHash), or: TokenRefusal.redirectURIMismatch)
    try checkVerifier(parameters["code_verifier"], challenge: contents.codeChallenge)
  }

  private static func checkVerifier(_ verifier: String?, challenge: [UInt8]?) throws(TokenRefusal) {
    guard let challenge else {
      // RFC 9700 §2.1.1: a verifier without a challenge means that the challenge was stripped on its way here.
      try require(verifier == nil, or: TokenRefusal.verifierUnexpected)
      return
    }
    guard let verifier else { throw .verifierMissing }
    let bytes = Array(verifier.utf8)
    try require((43...128).contains(bytes.count) && bytes.allSatisfy(isUnreserved), or: TokenRefusal.verifierMalformed)
    try require(constantTimeEquals(SHA256.hash(bytes), challenge), or: TokenRefusal.verifierMismatch)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
