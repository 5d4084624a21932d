package import OneDoorJOSE
package import OneDoorLogin
package import OneDoorRules
package import OneDoorStore

/// What an administrator may do, as verbs over JSON. It is reached through the Unix socket of a running server, or
/// directly by a command that holds the store's lock while no server runs; both get the same answers.
///
/// Every path is `/admin/<noun>/<verb>` and every call a POST with one JSON object: names of persons need no escaping,
/// and nothing here is ever a link.
package struct Administration: Sendable {
  let store: any Store
  let policy: Policy
  let hasher: PasswordHasher
  let clock: @Sendable () -> UnixTime
  /// The registrations that a running server holds in memory are read again.
  let departmentsChanged: @Sendable () async -> Void
  /// Something was ended and is committed: the revocation feed need not wait for its next look.
  let ended: @Sendable () -> Void
  /// Nil where nobody holds keys, as in tests of the other nouns.
  let keys: (any KeyKeeping)?

  package init(
    store: any Store, policy: Policy, hasher: PasswordHasher, clock: @escaping @Sendable () -> UnixTime,
    keys: (any KeyKeeping)? = nil, departmentsChanged: @escaping @Sendable () async -> Void = {},
    ended: @escaping @Sendable () -> Void = {}
  ) {
    self.store = store
    self.policy = policy
    self.hasher = hasher
    self.clock = clock
    self.keys = keys
    self.departmentsChanged = departmentsChanged
    self.ended = ended
  }

  package static let prefix = "/admin/"

  package func handle(_ method: String, path: String, body: [UInt8]) async -> AdminAnswer {
    guard method == "POST" else { return AdminAnswer(.malformed("the admin API takes POST alone")) }
    guard path.hasPrefix(Administration.prefix) else { return AdminAnswer(.unknown("path \(path)")) }
    let arguments: JSONObject
    do throws(JSONError) {
      guard let object = try JSON.parse(body, limits: Self.limits).object else { throw .notAnObject }
      arguments = object
    } catch {
      return AdminAnswer(.malformed("the body: \(error)"))
    }
    return await answer(String(path.dropFirst(Administration.prefix.count)), arguments)
  }

  /// A whole country's departments in one file.
  private static let limits = JSONLimits(maximumBytes: 16 * 1024 * 1024, maximumDepth: 16)

  /// `verb` is `<noun>/<verb>`.
  package func answer(_ verb: String, _ arguments: JSONObject) async -> AdminAnswer {
    await AdminAnswer.of { try await perform(verb, AdminArguments(arguments)) }
  }

  private func perform(_ verb: String, _ arguments: AdminArguments) async throws -> JSONObject {
    switch verb {
    case "apply/run": try await apply(arguments)

    case "department/list": try await listDepartments()
    case "department/show": try await showDepartment(arguments)
    case "department/disable": try await setDepartment(enabled: false, arguments)
    case "department/enable": try await setDepartment(enabled: true, arguments)
    case "department/secret": try await renewSecret(arguments)

    case "person/list": try await listPersons(arguments)
    case "person/show": try await showPerson(arguments)
    case "person/password": try await setPassword(arguments)
    case "person/disable": try await setPerson(enabled: false, arguments)
    case "person/enable": try await setPerson(enabled: true, arguments)
    case "person/unlock": try await unlockPerson(arguments)

    case "session/list": try await listSessions(arguments)
    case "session/show": try await showSession(arguments)
    case "session/revoke": try await revokeSessions(arguments)

    default: try await performOnKeys(verb, arguments)
    }
  }

  private func performOnKeys(_ verb: String, _ arguments: AdminArguments) async throws -> JSONObject {
    guard let keys else { throw AdminRefusal.unknown("verb \(verb)") }
    return try await KeyAdministration(keys: keys, clock: clock).perform(verb, arguments)
  }

  /// An end by the administrator's hand.
  func end(_ scope: EndScope, _ cause: EndCause, reason: String?, at now: UnixTime) -> EndOrder {
    EndOrder(scope: scope, cause: cause, reason: reason, at: now, rememberUntil: policy.rememberUntil(from: now))
  }
}
