import OneDoorCrypto
import OneDoorMessages
import OneDoorRules
import OneDoorSQLite
import OneDoorStore
import TestSupport
import Testing

/// The engines that keep the same promises.
enum Engine: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case memory
  case sqlite

  var testDescription: String { rawValue }
}

/// A store with what tests put into it. Times are given, never read from a clock.
struct World: Sendable {
  let store: any Store
  let sqlite: SQLiteStore?
  let folder: TemporaryFolder?
  let now = UnixTime(1_800_000_000)
  let idle = Seconds.minutes(30)

  static func vault() throws -> DataKeyVault {
    try DataKeyVault(dataKeys: [1: [UInt8](repeating: 7, count: 32)], indexSecret: [UInt8](repeating: 9, count: 32))
  }

  init(_ engine: Engine) throws {
    switch engine {
    case .memory:
      store = MemoryStore()
      sqlite = nil
      folder = nil
    case .sqlite:
      let folder = try TemporaryFolder("store")
      let opened = try SQLiteStore.open(path: folder.path("onedoor.sqlite"), vault: World.vault())
      store = opened
      sqlite = opened
      self.folder = folder
    }
  }

  static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    while bytes.count < count { withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) } }
    return Array(bytes.prefix(count))
  }

  func order(_ scope: EndScope, _ cause: EndCause = .administrator, reason: String? = nil) -> EndOrder {
    EndOrder(scope: scope, cause: cause, reason: reason, at: now, rememberUntil: now + 360)
  }

  // What is put in, each as a test needs it most often.

  func person(
    _ login: String = "zhang.wei", phone: String? = nil, password: String? = "hash"
  ) async throws -> SignInFacts {
    let id = try await store.add(
      NewPerson(login: login, name: "张伟", phone: phone, email: "\(login)@example.org", passwordHash: password), at: now)
    return try #require(await store.signInFacts(id))
  }

  func department(_ id: String = "housing") async throws -> Department {
    let department = Department(
      id: try #require(DepartmentID(id)), name: LocalizedName(english: "Housing Office"),
      redirectURIs: ["http://localhost:8081/signin/callback"], authentication: .clientSecretBasic,
      scopes: [.openid, .profile])
    try await store.add(department)
    return department
  }

  func newSession(at time: UnixTime? = nil) -> NewSession {
    let time = time ?? now
    return NewSession(
      hash: SessionHash(bytes: World.random(32)),
      authentication: Authentication(time: time, acr: .password, amr: [.pwd]), createdAt: time,
      expiresAt: time + .hours(12))
  }

  func session(_ facts: SignInFacts, at time: UnixTime? = nil) async throws -> SessionFacts {
    let session = try await store.signIn(newSession(at: time), facts: facts, replacing: nil, end: nil)
    return SessionFacts(session: session, person: facts.person)
  }

  func handle() -> ParticipationHandle { ParticipationHandle(random: World.random(16)) }
  func code() -> CodeID { CodeID(bytes: World.random(16)) }

  func participate(
    _ session: SessionFacts, _ department: Department, scopes: ScopeSet = [.openid],
    namedClaims: NamedClaims = NamedClaims(), at time: UnixTime? = nil
  ) async throws -> Participation {
    try await store.participate(
      session, department: department, subject: .person(session.person.id), scopes: scopes,
      namedClaims: namedClaims, handle: handle(), at: time ?? now)
  }

  func redeem(
    _ code: CodeID, of handle: ParticipationHandle, by department: Department, family: NewFamily? = nil
  ) async throws -> Redemption {
    try await store.redeem(
      code, of: handle, by: department, family: family, until: now + 120, at: now,
      reuse: order(.participation(handle), .codeReused))
  }

  func family(
    of participation: Participation, at department: Department, mode: RefreshMode = .rotate
  ) async throws -> FamilyFacts {
    let id = FamilyID(bytes: World.random(16))
    let redemption = try await redeem(
      code(), of: participation.handle, by: department, family: NewFamily(id: id, mode: mode))
    guard case .redeemed = redemption else { throw StoreError.stale }
    return try #require(await store.family(id))
  }

  /// A person signed in at one department, with a family there.
  func joined(_ login: String = "zhang.wei", at department: Department? = nil) async throws -> Joined {
    let place = if let department { department } else { try await self.department() }
    let facts = try await person(login)
    let session = try await session(facts)
    let participation = try await participate(session, place)
    let family = try await family(of: participation, at: place)
    return Joined(
      facts: facts, session: session, department: place, participation: participation, family: family)
  }
}

struct Joined: Sendable {
  let facts: SignInFacts
  let session: SessionFacts
  let department: Department
  let participation: Participation
  let family: FamilyFacts
}

/// The error that a call throws, where it throws one of the store's.
func refusal(_ call: () async throws -> Void) async -> StoreError? {
  do {
    try await call()
    return nil
  } catch {
    return error as? StoreError
  }
}
