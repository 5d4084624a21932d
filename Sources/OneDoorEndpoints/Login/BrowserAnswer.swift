import Logging
import OneDoorMessages
import OneDoorRules
import OneDoorStore

extension Provider {
  /// Runs an endpoint that a browser visits and turns what it throws into a page or a redirect.
  func browsing(_ endpoint: String, _ body: () async throws -> BrowserOutcome) async -> BrowserOutcome {
    do {
      return try await body()
    } catch let refusal as PageRefusal {
      return .refusing(refusal)
    } catch AuthorizeFault.page(let refusal) {
      return .refusing(refusal)
    } catch AuthorizeFault.redirect(let refusal) {
      return .answering(refusal.answer(issuer: issuer))
    } catch let refusal as RedirectRefusal {
      return .answering(refusal.answer(issuer: issuer))
    } catch let error as StoreError {
      logger.error("storage failed", metadata: ["endpoint": "\(endpoint)", "error": "\(error)"])
      return .refusing(.unavailable)
    } catch {
      logger.error("endpoint failed", metadata: ["endpoint": "\(endpoint)", "error": "\(error)"])
      return .refusing(.internalFault)
    }
  }

  /// The session behind the browser's cookie, whether or not it is still live.
  func session(of origin: RequestOrigin) async throws(StoreError) -> SessionFacts? {
    guard let cookie = origin.sessionCookie.flatMap(SessionCookie.init(value:)) else { return nil }
    return try await store.session(cookie.hash)
  }

  func liveSession(of origin: RequestOrigin, at now: UnixTime) async throws(StoreError) -> SessionFacts? {
    guard let facts = try await session(of: origin), facts.person.isEnabled,
      facts.session.isLive(at: now, idle: policy.sessionIdle)
    else { return nil }
    return facts
  }
}

extension BrowserOutcome {
  static func refusing(_ refusal: PageRefusal, department: LocalizedName? = nil) -> BrowserOutcome {
    .page(
      .refusal(refusal, department: department), status: refusal.status,
      retryAfter: refusal == .unavailable ? 2 : nil, cookies: [])
  }

  /// To the department, in the way it asked for.
  static func answering(_ answer: AuthorizationAnswer, cookies: [CookieChange] = []) -> BrowserOutcome {
    switch answer.address.mode {
    case .query: .redirect(location: answer.location, cookies: cookies)
    case .formPost: .showing(.formPost(FormPostView(answer)), cookies: cookies)
    }
  }

  static func showing(_ view: PageView, cookies: [CookieChange] = []) -> BrowserOutcome {
    .page(view, status: 200, retryAfter: nil, cookies: cookies)
  }
}
