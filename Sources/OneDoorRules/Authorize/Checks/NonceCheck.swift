/// The nonce travels inside the code, which has a size to keep.
enum NonceCheck {
  static func check(_ nonce: String?) throws(AuthorizeRefusal) -> String? {
    try require((nonce ?? "").utf8.count <= AuthorizationRequest.maximumNonceBytes, or: AuthorizeRefusal.nonceTooLong)
    return nonce
  }
}
