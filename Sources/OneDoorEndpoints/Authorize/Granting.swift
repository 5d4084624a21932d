import OneDoorCrypto
import OneDoorJOSE
import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// Joins the department to the session, then answers with a code (OpenID Connect Core §3.1.2.5). The code is sealed and
  /// needs no row; the participation is committed before it leaves.
  func grant(
    _ request: AuthorizationRequest, to facts: SessionFacts, at now: UnixTime, cookies: [CookieChange] = []
  ) async throws -> BrowserOutcome {
    let named = request.claims.answer(about: facts.person, to: request.department)
    let participation = try await store.participate(
      facts, department: request.department, subject: .person(facts.person.id), scopes: request.scopes,
      namedClaims: named, handle: ParticipationHandle(random: try SecureRandom.bytes(16)), at: now)
    let contents = CodeContents(
      id: CodeID(bytes: try SecureRandom.bytes(16)), participation: participation.handle,
      department: request.department.id, redirectURIHash: SHA256.hash(Array(request.redirectURI.text.utf8)),
      codeChallenge: request.codeChallenge, issuedAt: now, authentication: facts.session.authentication,
      scopes: request.scopes, namedClaims: named.idToken, nonce: request.nonce,
      resource: request.resource.map { ResourceTag(of: $0.id) })
    let code = try seal(contents.encoded(), with: codes)
    return .answering(request.address.answer([("code", code)], issuer: issuer), cookies: cookies)
  }

  func seal(_ bytes: [UInt8], with seal: Seal) throws(EndpointFault) -> String {
    do { return try seal.seal(bytes, at: clock()) } catch { throw .sealing }
  }

  /// Whom the request must be answered about: id_token_hint (OpenID Connect Core §3.1.2.1) and a `sub` that was asked for
  /// with a value (§5.5.1).
  func hint(of request: AuthorizationRequest, for facts: SessionFacts?) -> HintedPerson {
    let token = request.idTokenHint.map { genuineIDToken($0) }
    if let token, token?.isFor(request.department) != true { return .invalid }
    guard let facts else { return token == nil ? .absent : .somebodyElse }
    let sub = subjects.sub(of: .person(facts.person.id), at: request.department)
    guard request.claims.allows(subject: sub) else { return .somebodyElse }
    guard let token = token ?? nil else { return .absent }
    return token.subject.hasSameBytes(as: sub) ? .person(facts.person.id) : .somebodyElse
  }
}
