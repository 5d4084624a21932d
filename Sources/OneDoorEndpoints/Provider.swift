package import Logging
import OneDoorCrypto
package import OneDoorLogin
package import OneDoorRules
package import OneDoorStore

/// The identity provider: everything an endpoint stands on. Each endpoint is an extension in a file of its own, and each
/// takes the same five steps: typed request, facts, decision, commit and sign, answer.
package struct Provider: Sendable {
  package let issuer: String
  private(set) var policy: Policy
  let store: any Store
  let keys: KeyCustody
  let departments: DepartmentDirectory
  let login: PasswordLogin
  let feed: RevocationFeed
  let subjects: PairwiseSubjects
  private(set) var claims: TokenClaims
  let refreshTokens: RefreshTokenCodec
  let codes: Seal
  let journeys: Seal
  let postedRequests: Seal
  let signOuts: Seal
  let notices: Seal
  let clock: @Sendable () -> UnixTime
  let logger: Logger
  package let discovery: [UInt8]

  package init(
    issuer: String, policy: Policy, store: any Store, keys: ProviderKeys, login: PasswordLogin,
    clock: @escaping @Sendable () -> UnixTime, logger: Logger
  ) async throws {
    self.issuer = issuer
    self.policy = policy
    self.store = store
    self.login = login
    self.clock = clock
    self.logger = logger
    self.keys = KeyCustody(keys)
    departments = DepartmentDirectory()
    let registered = try await store.departments()
    _ = departments.replace(registered)
    subjects = PairwiseSubjects(key: keys.pairwise)
    claims = TokenClaims(issuer: issuer, policy: policy, subjects: subjects)
    // Refresh tokens outlive a day, so that their key does not turn with the date as the seals do.
    refreshTokens = RefreshTokenCodec(
      key: try HKDF.sha256(secret: keys.seal, salt: [], info: Array("onedoor/refresh/1".utf8), count: 32))
    codes = Seal(master: keys.seal, purpose: "code")
    journeys = Seal(master: keys.seal, purpose: "journey")
    postedRequests = Seal(master: keys.seal, purpose: "posted-request")
    signOuts = Seal(master: keys.seal, purpose: "sign-out")
    notices = Seal(master: keys.seal, purpose: "account-notice")
    discovery = MetadataDocument(issuer: issuer).serialized()
    feed = try await RevocationFeed(issuer: issuer, store: store, keys: self.keys, clock: clock, logger: logger)
    feed.learn(registered)
  }

  /// The same provider under another policy. Store, keys, registrations and feed are shared; the policy is part of the
  /// value, so that a request works with one policy from its first step to its last.
  package func under(_ policy: Policy) -> Provider {
    var provider = self
    provider.policy = policy
    provider.claims = TokenClaims(issuer: issuer, policy: policy, subjects: subjects)
    return provider
  }

  package func replaceKeys(_ keys: ProviderKeys) { self.keys.replace(keys) }

  package func reloadDepartments() async throws(StoreError) {
    let registered = try await store.departments()
    // Before any token is issued for it, a called department's stream must know whose ends concern it.
    feed.learn(registered)
    // A stream was opened on the strength of a registration: it ends with it.
    feed.close(departments.replace(registered))
  }

  package func publicOrigin(_ origin: String) -> Bool { departments.isPublicOrigin(origin) }

  package var jwks: [UInt8] { keys.snapshot.jwks }

  /// Ready: storage answers and the feed has read it lately.
  package func ready() async -> Bool { (try? await store.epoch()) != nil }

  /// Keeps the revocation feed going and storage swept, until its task is cancelled. The idle limit may change meanwhile.
  package func run(idle: @escaping @Sendable () -> Seconds) async {
    await withDiscardingTaskGroup { group in
      group.addTask { await feed.run() }
      group.addTask { await sweepUntilCancelled(idle: idle) }
    }
  }

  package func run() async { await run { policy.sessionIdle } }

  func end(_ scope: EndScope, cause: EndCause, at now: UnixTime) -> EndOrder {
    EndOrder(scope: scope, cause: cause, at: now, rememberUntil: policy.rememberUntil(from: now))
  }
}
