import OneDoorJOSE
import OneDoorMessages
import OneDoorRules

extension Provider {
  /// Reads an ID token of ours, however old: a hint says whom it is about and grants nothing (OpenID Connect RP-Initiated
  /// Logout §2 has `exp` ignored).
  func genuineIDToken(_ text: String) -> IDTokenClaims? {
    guard let jws = try? UnverifiedJWS(compact: text),
      let verified = try? keys.snapshot.tokenRing.verify(jws, type: TokenType.idToken),
      let object = try? verified.claims(), let token = try? IDTokenClaims(object), token.issuer.hasSameBytes(as: issuer)
    else { return nil }
    return token
  }
}

extension IDTokenClaims {
  func isFor(_ department: Department) -> Bool {
    audience.count == 1 && audience[0].hasSameBytes(as: department.id.text)
  }
}
