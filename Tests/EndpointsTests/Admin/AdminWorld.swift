import OneDoorEndpoints
import OneDoorJOSE
import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore
import Testing

/// A store in memory with the administrator's verbs over it, at a fixed time.
struct AdminWorld: Sendable {
  static let now = UnixTime(1_800_000_000)

  let store = MemoryStore()
  let hasher: PasswordHasher
  let administration: Administration

  init(policy: Policy = Policy()) throws {
    hasher = try PasswordHasher(cost: .lowest)
    administration = Administration(store: store, policy: policy, hasher: hasher, clock: { Self.now })
  }

  func call(_ verb: String, _ arguments: JSONObject = [:]) async -> AdminAnswer {
    await administration.answer(verb, arguments)
  }

  /// The answer of a call that has to succeed.
  func done(
    _ verb: String, _ arguments: JSONObject = [:], at location: SourceLocation = #_sourceLocation
  ) async throws -> JSONObject {
    let answer = await call(verb, arguments)
    #expect(answer.status == 200, "\(answer.json)", sourceLocation: location)
    return try #require(answer.json.object, sourceLocation: location)
  }

  static func department(_ id: String, _ more: JSONObject = [:]) -> JSON {
    var object: JSONObject = [
      "id": .string(id), "name": ["en": .string("The \(id)")],
      "redirect_uris": [.string("https://\(id).example/cb")], "post_logout_redirect_uris": [],
      "authentication": "client_secret_basic", "signing": ["id_token": "ES256", "access_token": "ES256"],
      "grants": ["authorization_code"], "scopes": ["openid"],
    ]
    for member in more.members { object[member.name] = member.value }
    return .object(object)
  }

  static func person(_ login: String, _ more: JSONObject = [:]) -> JSON {
    var object: JSONObject = [
      "login": .string(login), "name": "张伟", "phone": nil, "email": nil, "verified": [],
      "password": "teapot-lantern-river",
    ]
    for member in more.members { object[member.name] = member.value }
    return .object(object)
  }

  @discardableResult
  func apply(departments: [JSON] = [], persons: [JSON] = [], dryRun: Bool = false) async throws -> JSONObject {
    try await done("apply/run", Self.file(departments, persons, dryRun: dryRun))
  }

  static func file(_ departments: [JSON], _ persons: [JSON], dryRun: Bool = false) -> JSONObject {
    ["departments": .array(departments), "persons": .array(persons), "dry_run": .bool(dryRun)]
  }

  /// Two departments, two persons; the first is signed in twice, the second once, each everywhere.
  func signEverybodyIn() async throws {
    try await apply(
      departments: ["housing", "business"].map { Self.department($0) },
      persons: ["zhang.wei", "li.na"].map { Self.person($0) })
    for (number, login) in ["zhang.wei", "zhang.wei", "li.na"].enumerated() {
      let facts = try #require(try await store.signInFacts(name: login))
      let authentication = Authentication(time: Self.now, acr: .password, amr: [.pwd])
      let session = try await store.signIn(
        NewSession(
          hash: SessionHash(bytes: [UInt8(number)]), authentication: authentication, createdAt: Self.now,
          expiresAt: Self.now + .hours(12)), facts: facts, replacing: nil, end: nil)
      for (place, department) in try await store.departments().enumerated() {
        _ = try await store.participate(
          SessionFacts(session: session, person: facts.person), department: department,
          subject: .person(facts.person.id), scopes: .openid, namedClaims: NamedClaims(),
          handle: ParticipationHandle(random: [UInt8](repeating: UInt8(number * 2 + place), count: 16)), at: Self.now)
      }
    }
  }

  func sessionCount() async throws -> Int { try await done("session/list")["sessions"]?.array?.count ?? -1 }
}

extension JSONObject {
  /// `action` of each line of a plan.
  var actions: [String] { (self["plan"]?.array ?? []).compactMap { $0.object?["action"]?.string } }

  /// The fields that the first line of a plan changes.
  var fields: [String] {
    (self["plan"]?.array?.first?.object?["changes"]?.array ?? []).compactMap { $0.object?["field"]?.string }
  }
}
