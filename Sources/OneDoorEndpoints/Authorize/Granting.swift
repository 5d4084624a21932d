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
    let participation = try await store.participate(
      facts, department: request.department, subject: .person(facts.person.id), scopes: request.scopes,
      handle: ParticipationHandle(random: try SecureRandom.bytes(16)), at: now)
    let contents = CodeContents(
      id: CodeID(bytes: try SecureRandom.bytes(16)), participation: participation.handle,
      department: request.department.id, redirectURIHash: SHA256.hash(Array(request.redirectURI.text.utf8)),
      codeChallenge: request.codeChallenge, issuedAt: now, authentication: facts.session.authentication,
      scopes: request.scopes, nonce: request.nonce)
    var answer = [(name: "code", value: try seal(contents.encoded(), with: codes))]
    if let state = request.state { answer.append((name: "state", value: state)) }
    // RFC 9207 §2: the department can tell which provider answered.
    answer.append((name: "iss", value: issuer))
    return .redirect(location: request.redirectURI.location(answer), cookies: cookies)
  }

  func seal(_ bytes: [UInt8], with seal: Seal) throws(EndpointFault) -> String {
    do { return try seal.seal(bytes, at: clock()) } catch { throw .sealing }
  }

  /// OpenID Connect Core §3.1.2.1, id_token_hint.
  func hint(of request: AuthorizationRequest, for facts: SessionFacts?) -> HintedPerson {
    guard let text = request.idTokenHint else { return .absent }
    guard let token = genuineIDToken(text), token.isFor(request.department) else { return .invalid }
    guard let facts else { return .somebodyElse }
    let sub = subjects.sub(of: .person(facts.person.id), sector: request.department.sector)
    return token.subject.hasSameBytes(as: sub) ? .person(facts.person.id) : .somebodyElse
  }
}
