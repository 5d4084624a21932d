import OneDoorCrypto
import OneDoorJOSE
package import OneDoorMessages

/// Builds the claims of what is issued to a participation: pure, so that a whole token compares in a test.
package struct TokenClaims: Sendable {
  package let issuer: String
  package let policy: Policy
  package let subjects: PairwiseSubjects

  package init(issuer: String, policy: Policy, subjects: PairwiseSubjects) {
    self.issuer = issuer
    self.policy = policy
    self.subjects = subjects
  }

  /// RFC 9068 §2.2. No token's `exp` exceeds the session's absolute end. A token for another department (RFC 8707) has that
  /// department's `aud`, and the `sub` by which that department knows the person (RFC 9068 §6).
  package func accessToken(
    for facts: ParticipationFacts, authentication: Authentication, department: Department, resource: Department? = nil,
    scopes: ScopeSet, tokenID: String, now: UnixTime
  ) -> AccessTokenClaims {
    let place = resource ?? department
    let scopes = resource.map { scopes.sensible(at: $0) } ?? scopes
    return AccessTokenClaims(
      issuer: issuer, subject: subjects.sub(of: facts.participation.subject, at: place),
      subjectType: .person, audience: [place.audience], clientID: department.id.text, issuedAt: now.seconds,
      expires: min(now + policy.accessTokenLife, facts.session.expiresAt).seconds, tokenID: tokenID, scope: scopes.text,
      sessionHandle: facts.participation.handle.sid, authenticationTime: authentication.time.seconds,
      acr: authentication.acr.rawValue, amr: authentication.amr.map(\.rawValue))
  }

  /// OpenID Connect Core §2, and §3.1.3.6 for `at_hash`.
  package func idToken(
    for facts: ParticipationFacts, authentication: Authentication, department: Department, scopes: ScopeSet,
    named: ClaimSet = [], nonce: String?, accessToken: String, now: UnixTime
  ) -> IDTokenClaims {
    let released = department.releasesClaimsInIDToken ? ClaimSet(releasedBy: scopes) : []
    let hash = SHA256.hash(Array(accessToken.utf8)).prefix(16)
    return IDTokenClaims(
      issuer: issuer, subject: subjects.sub(of: facts.participation.subject, at: department),
      subjectType: .person, audience: [department.id.text], issuedAt: now.seconds,
      expires: min(now + policy.idTokenLife, facts.session.expiresAt).seconds,
      authenticationTime: authentication.time.seconds, acr: authentication.acr.rawValue,
      amr: authentication.amr.map(\.rawValue), nonce: nonce, sessionHandle: facts.participation.handle.sid,
      accessTokenHash: Base64URL.encode(Array(hash)),
      profile: ProfileClaims(
        of: facts.person, claims: released.union(named).intersection(ClaimSet(releasedBy: department.scopes))))
  }

  /// RFC 9068 §2.2 with `sub` = client_id for a token that a department holds for itself; `sub_type` keeps it apart from
  /// every person's (RFC 9700 §4.15).
  package func departmentToken(
    for department: Department, resource: Department? = nil, scopes: ScopeSet, tokenID: String, now: UnixTime
  ) -> AccessTokenClaims {
    let audience = (resource ?? department).audience
    return AccessTokenClaims(
      issuer: issuer, subject: department.id.text, subjectType: .department,
      audience: [scopes.contains(.revocation) ? issuer : audience], clientID: department.id.text,
      issuedAt: now.seconds, expires: (now + policy.accessTokenLife).seconds, tokenID: tokenID, scope: scopes.text)
  }
}

extension ProfileClaims {
  /// OpenID Connect Core §5.4: each scope releases its claims, and nothing that is not known.
  package init(of person: Person, scopes: ScopeSet) { self.init(of: person, claims: ClaimSet(releasedBy: scopes)) }

  package init(of person: Person, claims: ClaimSet) {
    self.init()
    if claims.contains(.name) { name = person.name }
    if claims.contains(.preferredUsername) { preferredUsername = person.login }
    if claims.contains(.updatedAt) { updatedAt = person.updatedAt.seconds }
    if claims.contains(.email) { email = person.email }
    if claims.contains(.emailVerified), person.email != nil { isEmailVerified = person.isEmailVerified }
    if claims.contains(.phoneNumber) { phoneNumber = person.phone }
    if claims.contains(.phoneNumberVerified), person.phone != nil { isPhoneNumberVerified = person.isPhoneVerified }
  }
}
