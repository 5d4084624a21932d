import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
package import OneDoorRules

/// One entry that `apply` would change, as people read it. Secrets and keys are told of, never shown.
package struct RegistrationChange: Sendable, Equatable, CustomStringConvertible {
  package let field: String
  package let old: String
  package let new: String

  package init(_ field: String, _ old: String, _ new: String) {
    self.field = field
    self.old = old
    self.new = new
  }

  package var description: String { "\(field): \(old) → \(new)" }
}

extension DepartmentRegistration {
  /// What differs from the department that stands; empty where a second `apply` has nothing to do.
  package func changes(to existing: Department) -> [RegistrationChange] {
    var found: [RegistrationChange] = []
    func compare<Value: Equatable>(_ field: String, _ old: Value, _ new: Value, _ shown: (Value) -> String) {
      if old != new { found.append(RegistrationChange(field, shown(old), shown(new))) }
    }
    // URIs are other URIs when one byte differs, whatever `String` calls equal.
    func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
    func list(_ texts: [[UInt8]]) -> String { shown(texts.map { String(decoding: $0, as: UTF8.self) }) }
    compare("name", existing.name, name) { shown([$0.english] + $0.others.sorted { $0.key < $1.key }.map(\.value)) }
    compare("redirect_uris", bytes(existing.redirectURIs), bytes(redirectURIs), list)
    compare(
      "post_logout_redirect_uris", bytes(existing.postLogoutRedirectURIs), bytes(postLogoutRedirectURIs), list)
    compare("authentication", existing.authentication, authentication, \.rawValue)
    compare("jwks", Set(existing.keys), Set(jwks)) { "\($0.count) keys" }
    compare("signing.id_token", existing.idTokenAlgorithm, idTokenAlgorithm, \.rawValue)
    compare("signing.access_token", existing.accessTokenAlgorithm, accessTokenAlgorithm, \.rawValue)
    compare("pkce", existing.pkce, pkce, \.rawValue)
    compare("grants", existing.grants, grants) { shown($0.map(\.rawValue).sorted()) }
    compare("scopes", existing.scopes, scopes, \.text)
    compare("id_token_claims", existing.releasesClaimsInIDToken, releasesClaimsInIDToken) { String($0) }
    compare("refresh", existing.refresh, refresh, \.rawValue)
    compare("audience", bytes([existing.audience]), bytes([audience]), list)
    compare("assertion_audience", existing.assertionAudience, assertionAudience, \.rawValue)
    if let secret, usesSecret, !existing.secretHashes.contains(SHA256.hash(Array(secret.revealed.utf8))) {
      found.append(RegistrationChange("secret", "\(existing.secretHashes.count) valid", "one more"))
    }
    return found
  }

  private func shown(_ texts: [String]) -> String { "[" + texts.joined(separator: ", ") + "]" }
}

extension PersonRegistration {
  /// What differs from the person who stands, but for the password, which only its hash can be compared with.
  package func changes(to existing: Person) -> [RegistrationChange] {
    var found: [RegistrationChange] = []
    func compare(_ field: String, _ old: String?, _ new: String?) {
      let (old, new) = (old ?? "none", new ?? "none")
      if !old.utf8.elementsEqual(new.utf8) { found.append(RegistrationChange(field, old, new)) }
    }
    compare("name", existing.name, name)
    compare("phone", existing.phone, phone)
    compare("email", existing.email, email)
    let old = [Contact.phone: existing.isPhoneVerified, .email: existing.isEmailVerified]
    for contact in Contact.allCases where old[contact] != verified.contains(contact) {
      compare("\(contact.rawValue) verified", String(old[contact] ?? false), String(verified.contains(contact)))
    }
    return found
  }
}
