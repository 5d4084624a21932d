import Foundation
import OneDoorCrypto
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// Four tasks that sign in, take part, redeem, rotate and end, as fast as the store acknowledges.
struct Writing {
  let store: any Store

  func run() async throws {
    let department = try await department()
    let person = try await person()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 { group.addTask { try await work(department, person) } }
      try await group.waitForAll()
    }
  }

  static let now = UnixTime(1_800_000_000)

  static func order(_ handle: ParticipationHandle, _ cause: EndCause) -> EndOrder {
    EndOrder(scope: .participation(handle), cause: cause, at: now, rememberUntil: now + .hours(2))
  }

  private func department() async throws -> Department {
    guard let id = DepartmentID("housing") else { throw StoreError.corrupt("id") }
    if let known = try await store.department(id) { return known }
    let department = Department(
      id: id, name: LocalizedName(english: "Housing"), redirectURIs: ["https://housing.example/cb"],
      authentication: .none, grants: [.authorizationCode, .refreshToken])
    try await store.add(department)
    return department
  }

  private func person() async throws -> Person {
    if try await store.person(login: "zhang.wei") == nil {
      _ = try await store.add(NewPerson(login: "zhang.wei", name: "张伟", passwordHash: "x"), at: Writing.now)
    }
    guard let person = try await store.person(login: "zhang.wei") else { throw StoreError.corrupt("person") }
    return person
  }

  private func work(_ department: Department, _ person: Person) async throws {
    let credential = PasswordCredential(personID: person.id, hash: "x")
    let authentication = Authentication(time: Writing.now, acr: .password, amr: [.pwd])
    var round = 0
    while true {
      round += 1
      let hash = SessionHash(bytes: try SecureRandom.bytes(32))
      let session = try await store.signIn(
        NewSession(
          hash: hash, authentication: authentication, createdAt: Writing.now, expiresAt: Writing.now + .hours(12)),
        facts: SignInFacts(person: person, credential: credential), replacing: nil, end: nil)
      Act.session(hash).acknowledge()
      let participation = try await store.participate(
        SessionFacts(session: session, person: person), department: department, subject: .person(person.id),
        scopes: [.openid], namedClaims: NamedClaims(),
        handle: ParticipationHandle(random: try SecureRandom.bytes(16)), at: Writing.now)
      let (code, family) = (CodeID(bytes: try SecureRandom.bytes(16)), FamilyID(bytes: try SecureRandom.bytes(16)))
      let redeemed = try await store.redeem(
        code, of: participation.handle, by: department, family: NewFamily(id: family, mode: .rotate),
        until: Writing.now + 60, at: Writing.now, reuse: Writing.order(participation.handle, .codeReused))
      guard case .redeemed = redeemed, let facts = try await store.family(family) else { continue }
      Act.code(code, participation.handle).acknowledge()
      try await store.rotate(facts, department: department, at: Writing.now)
      guard !round.isMultiple(of: 2) else {
        Act.counter(family, facts.family.counter + 1).acknowledge()
        continue
      }
      _ = try await store.end(Writing.order(participation.handle, .administrator))
      Act.ended(participation.handle).acknowledge()
    }
  }
}

/// What was acknowledged, as one line of the ledger.
enum Act {
  case session(SessionHash)
  case code(CodeID, ParticipationHandle)
  case counter(FamilyID, UInt32)
  case ended(ParticipationHandle)

  /// One write of one line, so that lines of several tasks never mix and none waits in a buffer.
  func acknowledge() {
    let line = Array((text + "\n").utf8)
    _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  }

  private var text: String {
    switch self {
    case .session(let hash): "session \(Act.hex(hash.bytes))"
    case .code(let code, let handle): "code \(Act.hex(code.bytes)) \(Act.hex(handle.bytes))"
    case .counter(let family, let counter): "counter \(Act.hex(family.bytes)) \(counter)"
    case .ended(let handle): "ended \(Act.hex(handle.bytes))"
    }
  }

  init?(_ line: Substring) {
    let words = line.split(separator: " ")
    guard words.count > 1, let first = Act.bytes(words[1]) else { return nil }
    switch (words[0], words.count) {
    case ("session", 2): self = .session(SessionHash(bytes: first))
    case ("code", 3):
      guard let handle = Act.bytes(words[2]).flatMap(ParticipationHandle.init(bytes:)) else { return nil }
      self = .code(CodeID(bytes: first), handle)
    case ("counter", 3):
      guard let counter = UInt32(words[2]) else { return nil }
      self = .counter(FamilyID(bytes: first), counter)
    case ("ended", 2):
      guard let handle = ParticipationHandle(bytes: first) else { return nil }
      self = .ended(handle)
    default: return nil
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func bytes(_ hex: Substring) -> [UInt8]? {
    let digits = Array(hex)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(digits[place...(place + 1)]), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
