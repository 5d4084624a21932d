import OneDoorCrypto
import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// The person's own change of the password, from within a session. It ends all their other sessions with one event; this
/// one goes on under a new cookie.
extension Provider {
  package func showAccountPassword(notice: String?, _ origin: RequestOrigin) async -> BrowserOutcome {
    await browsing("account password") {
      let now = clock()
      guard let facts = try await liveSession(of: origin, at: now) else { return Self.front }
      return accountPassword(facts, AccountNotice.open(notice, for: facts.session.id, with: notices, at: now))
    }
  }

  package func submitAccountPassword(
    current: String?, password: String?, again: String?, _ origin: RequestOrigin
  ) async -> BrowserOutcome {
    await browsing("account password") {
      try require(!origin.isCrossSitePost, or: PageRefusal.crossSite)
      guard let facts = try await liveSession(of: origin, at: clock()) else { return Self.front }
      guard let current, !current.isEmpty else { return try notify(.currentMissing, facts) }
      let outcome = await takingTurns {
        await login.attempt(facts.person.id, password: current, deviceCookie: origin.deviceCookie, now: clock())
      }
      switch outcome {
      case .mismatch: return try await settle(facts, password, origin)
      case .wait(let wait): return accountPassword(facts, .tooManyAttempts(retryAfter: wait))
      case .busy(let wait): return accountPassword(facts, .busy(retryAfter: wait))
      case .unavailable: throw PageRefusal.unavailable
      case .proven(let proven, _, _):
        let chosen = await login.choose(
          password, again: again, for: proven, policy: PasswordPolicy(minimumLength: policy.minimumPasswordLength))
        switch chosen {
        case .refused(let problem): return try notify(.new(problem), facts)
        case .busy(let wait): return accountPassword(facts, .busy(retryAfter: wait))
        case .unavailable: throw PageRefusal.unavailable
        case .hashed(let hash): return try await change(to: password, hash, on: outcome, facts, origin)
        }
      }
    }
  }

  private static var front: BrowserOutcome { .redirect(location: EndpointPath.home.rawValue, cookies: []) }

  private func change(
    to password: String?, _ hash: String, on outcome: LoginOutcome, _ session: SessionFacts, _ origin: RequestOrigin
  ) async throws -> BrowserOutcome {
    let now = clock()
    let cookie = SessionCookie(random: try SecureRandom.bytes(32))
    let others = end(.others(of: session.person.id, keeping: session.session.id), cause: .passwordChanged, at: now)
    return try await decidingTwice { look in
      guard case .proven(let facts, _, _) = look == .first ? outcome : try await again(outcome) else {
        return try await settle(session, password, origin)
      }
      try await store.changePassword(
        SessionFacts(session: session.session, person: facts.person), hash: hash, cookie: cookie.hash, at: now,
        end: others)
      feed.signal()
      let device = try login.deviceCookie(
        knowing: facts.after(newHash: hash).credential, beside: origin.deviceCookie, at: now)
      return try notify(.changed, session, cookies: [.setSession(cookie.value), .setDevice(device)])
    } otherwise: {
      Self.front
    }
  }

  /// The current password was wrong. Or the form was sent twice, and the first one has changed the password while this one
  /// waited for its turn: then the session has another cookie by now, and the browser may have thrown the answer that
  /// brought it away. Whoever knows the new password gets the session's cookie.
  private func settle(
    _ facts: SessionFacts, _ password: String?, _ origin: RequestOrigin
  ) async throws -> BrowserOutcome {
    let now = clock()
    guard try await store.session(facts.session.hash) == nil else { return try notify(.currentWrong, facts) }
    guard let password, !password.isEmpty,
      let moved = try await store.sessions(.session(facts.session.id), at: now, idle: policy.sessionIdle).first?
        .session,
      case .proven(let proven, let authentication, let device) = await takingTurns({
        await login.attempt(facts.person.id, password: password, deviceCookie: origin.deviceCookie, now: clock())
      }), !proven.credential.mustChange
    else { return Self.front }
    let cookie = SessionCookie(random: try SecureRandom.bytes(32))
    let new = NewSession(
      hash: cookie.hash, authentication: authentication, createdAt: now, expiresAt: now + policy.sessionAbsolute)
    do {
      let session = try await store.signIn(new, facts: proven, replacing: moved, end: nil)
      return try notify(
        .changed, SessionFacts(session: session, person: proven.person),
        cookies: [.setSession(cookie.value), .setDevice(device)])
    } catch StoreError.stale {
      return Self.front
    }
  }

  /// 303 to the page that says it: a reload sends nothing again.
  private func notify(
    _ notice: AccountNotice, _ facts: SessionFacts, cookies: [CookieChange] = []
  ) throws(EndpointFault) -> BrowserOutcome {
    let sealed = try seal(notice.encoded(for: facts.session.id, at: clock()), with: notices)
    return .redirect(location: "\(EndpointPath.accountPassword.rawValue)?j=\(sealed)", cookies: cookies)
  }

  private func accountPassword(_ facts: SessionFacts, _ notice: AccountNotice?) -> BrowserOutcome {
    let view = AccountPasswordView(personName: facts.person.name, login: facts.person.login, notice: notice)
    switch notice {
    case .tooManyAttempts(let wait):
      return .page(.accountPassword(view), status: 429, retryAfter: Int(clamping: wait.value), cookies: [])
    case .busy(let wait):
      return .page(.accountPassword(view), status: 503, retryAfter: Int(clamping: wait.value), cookies: [])
    default: return .showing(.accountPassword(view))
    }
  }
}
