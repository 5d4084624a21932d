import Logging
import OneDoorCrypto
import OneDoorEndpoints
import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// One provider on a store in memory, with its departments and two persons, at a time that stands still.
struct World: Sendable {
  static let issuer = "http://localhost:8080"
  static let start = UnixTime(1_800_000_000)

  let keys: WorldKeys
  let store: FailingStore
  let clock = TestClock(World.start)
  let log = LogRecord()
  let policy = Policy()
  private(set) var provider: Provider

  init() async throws {
    keys = try WorldKeys.made()
    store = FailingStore(MemoryStore())
    for office in Office.allCases { try await store.add(try office.registered(keys)) }
    let hasher = try PasswordHasher(cost: .lowest, threads: 1)
    for citizen in Citizen.allCases {
      _ = try await store.add(
        NewPerson(
          login: citizen.rawValue, name: citizen.name, phone: citizen.phone, email: "\(citizen.rawValue)@example.org",
          isPhoneVerified: true, passwordHash: try await hasher.hash(citizen.password)), at: World.start - 100)
    }
    let login = try PasswordLogin(store: store, hasher: hasher, devices: DeviceCookie(sealKey: keys.seal))
    let (clock, log) = (clock, log)
    provider = try await Provider(
      issuer: World.issuer, policy: policy, store: store, keys: keys.provider(), login: login,
      clock: { clock.now }, logger: Logger(label: "test") { _ in LogSink(record: log) })
  }

  /// The same world with its provider under another policy.
  func under(_ policy: Policy) -> World {
    var world = self
    world.provider = provider.under(policy)
    return world
  }

  func person(_ citizen: Citizen) async throws -> Person {
    guard let person = try await store.person(login: citizen.rawValue) else { throw Unexpected("nobody") }
    return person
  }

  func department(_ office: Office) async throws -> Department {
    guard let department = try await store.department(try office.id()) else { throw Unexpected("no department") }
    return department
  }

  func change(_ office: Office, _ change: (inout Department) -> Void) async throws {
    var department = try await department(office)
    change(&department)
    _ = try await store.update(department)
    try await provider.reloadDepartments()
  }

  func order(_ scope: EndScope, _ cause: EndCause = .administrator) -> EndOrder {
    EndOrder(scope: scope, cause: cause, at: clock.now, rememberUntil: policy.rememberUntil(from: clock.now))
  }

  func disable(_ office: Office) async throws {
    let id = try office.id()
    try await store.setEnabled(id, false, end: order(.department(id), .departmentDisabled))
    try await provider.reloadDepartments()
  }
}

enum Citizen: String, CaseIterable, Sendable {
  case zhangWei = "zhang.wei"
  case liNa = "li.na"

  var name: String { self == .zhangWei ? "张伟" : "李娜" }
  var phone: String { self == .zhangWei ? "+8613800000001" : "+8613800000002" }
  var password: String { "of \(rawValue): correct horse battery" }
}
