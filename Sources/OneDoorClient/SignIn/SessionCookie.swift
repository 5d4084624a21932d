import OneDoorJOSE
import OneDoorMessages

/// A browser session as a cookie holds it: sealed, and no longer than a browser keeps.
package struct SessionCookie: Sendable {
  package let name: String
  private let sealing: SealedText

  /// Name and value. Browsers drop a cookie of more than 4,096 bytes with its attributes, without a word.
  package static let maximumByteCount = 3800
  private static let version: UInt8 = 1

  /// Ports do not separate cookies, so the name has the department in it. `__Host-` ties it to this host and to TLS.
  package init(_ department: Department) {
    let name = "onedoor-\(department.clientID)"
    self.name = department.redirectURI?.isEncrypted == false ? name : "__Host-" + name
    sealing = SealedText(secrets: department.cookieSecrets, purpose: "onedoor/client/session/1", of: department)
  }

  /// Without its ID token where it would not fit; then the name is not known, and signing out asks at the provider.
  package func seal(_ session: BrowserSession) throws(OneDoorError) -> String {
    let whole = try sealing.seal(SessionCookie.bytes(of: session))
    if fits(whole) { return whole }
    let less = try sealing.seal(SessionCookie.bytes(of: session.withoutIDToken))
    guard fits(less) else { throw OneDoorError(.sessionTooLarge, "the session needs \(less.utf8.count) bytes") }
    return less
  }

  /// The tokens as they were sealed. The access token is checked again by whoever opens it; the ID token was checked
  /// before it was sealed and says who signed in, which no key rotation changes.
  package func open(_ text: String) -> (accessToken: String, idToken: IDToken?, refreshToken: String?)? {
    guard text.utf8.count <= SessionCookie.maximumByteCount, let bytes = sealing.open(text) else { return nil }
    var fields = ByteFields(bytes)
    guard fields.next() == [SessionCookie.version], let access = SessionCookie.nextToken(&fields),
      let id = SessionCookie.nextToken(&fields), let refresh = fields.nextText(), fields.isAtEnd
    else { return nil }
    return (access, SessionCookie.idToken(id), refresh.isEmpty ? nil : refresh)
  }

  private func fits(_ value: String) -> Bool {
    name.utf8.count + 1 + value.utf8.count <= SessionCookie.maximumByteCount
  }

  private static func bytes(of session: BrowserSession) -> [UInt8] {
    var fields = ByteFields()
    fields.append([version])
    append(session.accessToken.compact, to: &fields)
    append(session.idToken?.compact ?? "..", to: &fields)
    fields.append(Array((session.refreshToken ?? "").utf8))
    return fields.bytes
  }

  /// Decoded, for sealed text is base64url again: a quarter saved.
  private static func append(_ compact: String, to fields: inout ByteFields) {
    for part in compact.split(separator: ".", omittingEmptySubsequences: false) {
      fields.append(Base64URL.decode(Array(part.utf8)[...]) ?? [])
    }
  }

  private static func nextToken(_ fields: inout ByteFields) -> String? {
    guard let header = fields.next(), let payload = fields.next(), let signature = fields.next() else { return nil }
    return [header, payload, signature].map(Base64URL.encode).joined(separator: ".")
  }

  private static func idToken(_ compact: String) -> IDToken? {
    guard let jws = try? UnverifiedJWS(compact: compact), let object = try? jws.unverifiedClaims(),
      let claims = try? IDTokenClaims(object)
    else { return nil }
    return IDToken(compact: compact, claims: claims)
  }
}
