import OneDoorRules
import OneDoorStore

/// A person's data as one encrypted column: one opening a look-up instead of one a field, and not even the length of a
/// single field shows. The number of the row is authenticated with it, so that two rows cannot be swapped.
enum PersonRecord {
  private static let layout: UInt8 = 1

  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let phoneVerified = Flags(rawValue: 1)
    static let emailVerified = Flags(rawValue: 2)
  }

  static func seal(_ person: Person, by vault: any PersonalDataVault) throws(StoreError) -> [UInt8] {
    var flags: Flags = []
    if person.isPhoneVerified { flags.insert(.phoneVerified) }
    if person.isEmailVerified { flags.insert(.emailVerified) }
    var encoder = ByteEncoder()
    encoder.byte(layout)
    encoder.byte(flags.rawValue)
    encoder.int64(person.updatedAt.seconds)
    encoder.prefixed(Array(person.login.utf8))
    encoder.prefixed(Array(person.name.utf8))
    encoder.optional(person.phone.map { Array($0.utf8) })
    encoder.optional(person.email.map { Array($0.utf8) })
    return try vault.seal(encoder.bytes, context: context(.person, person.id))
  }

  static func open(_ person: SealedPerson, by vault: any PersonalDataVault) throws(StoreError) -> Person {
    let bytes = try vault.open(person.record, context: context(.person, person.id))
    let opened = bytes.withUnsafeBytes { buffer -> Person? in
      var reader = RecordReader(buffer)
      guard reader.byte() == layout, let flags = reader.byte().map(Flags.init), let updatedAt = reader.int64(),
        let login = reader.text(), let name = reader.text(), let phone = reader.optionalText(),
        let email = reader.optionalText(), reader.isAtEnd
      else { return nil }
      return Person(
        id: person.id, version: person.version, isEnabled: person.isEnabled, login: login, name: name, phone: phone,
        email: email, isPhoneVerified: flags.contains(.phoneVerified), isEmailVerified: flags.contains(.emailVerified),
        updatedAt: UnixTime(updatedAt))
    }
    guard let opened else { throw .corrupt("person.record") }
    return opened
  }

  /// The sealed columns of a person, by the number that is authenticated with each.
  enum Column: UInt8 { case person = 1, credential = 2 }

  static func context(_ column: Column, _ id: PersonID) -> [UInt8] {
    var context = [column.rawValue]
    context.reserveCapacity(9)
    withUnsafeBytes(of: id.number.bigEndian) { context.append(contentsOf: $0) }
    return context
  }
}

/// Reads a record where it lies. Every look-up reads one: going by way of slices and arrays took 3 µs of its 10.
private struct RecordReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  private mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    guard bytes.count - offset >= count else { return nil }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  mutating func byte() -> UInt8? { take(1)?.first }
  mutating func int64() -> Int64? { take(8).map { Int64(bigEndian: $0.loadUnaligned(as: Int64.self)) } }

  mutating func text() -> String? {
    guard let count = take(2).map({ UInt16(bigEndian: $0.loadUnaligned(as: UInt16.self)) }) else { return nil }
    return take(Int(count)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Outer nil: malformed. Inner nil: absent.
  mutating func optionalText() -> String?? {
    switch byte() {
    case 0: .some(nil)
    case 1: text().map { .some($0) }
    default: nil
    }
  }
}

/// A person's row as it was read. It is opened after the connection has been given back.
struct SealedPerson: Sendable {
  let id: PersonID
  let version: Int64
  let isEnabled: Bool
  let record: [UInt8]

  init(_ row: some SQLRow, at column: Int) {
    id = PersonID(row.integer(column))
    version = row.integer(column + 1)
    isEnabled = row.integer(column + 2) != 0
    record = row.bytes(column + 3)
  }

  init(_ person: Person, record: [UInt8]) {
    id = person.id
    version = person.version
    isEnabled = person.isEnabled
    self.record = record
  }

  func opened(by vault: any PersonalDataVault) throws(StoreError) -> Person {
    try PersonRecord.open(self, by: vault)
  }
}

/// A person's row with the credential beside it.
struct SealedSignIn: Sendable {
  let person: SealedPerson
  let hash: [UInt8]?
  let generation: Int64
  let failures: GuessCounters
  let lastSignIn: UnixTime?
  let previousSignIn: UnixTime?
  let mustChange: Bool

  init(_ row: some SQLRow) {
    person = SealedPerson(row, at: 0)
    hash = row.optionalBytes(4)
    generation = row.integer(5)
    failures = GuessCounters(
      strangers: row.integer(6), knownDevices: row.integer(7), lastFailure: row.optionalInteger(8).map(UnixTime.init))
    lastSignIn = row.optionalInteger(9).map(UnixTime.init)
    previousSignIn = row.optionalInteger(10).map(UnixTime.init)
    mustChange = row.integer(11) != 0
  }

  init(sealing facts: SignInFacts, by vault: any PersonalDataVault) throws(StoreError) {
    person = SealedPerson(facts.person, record: try PersonRecord.seal(facts.person, by: vault))
    hash = try facts.credential.hash.map { (text) throws(StoreError) in
      try vault.seal(Array(text.utf8), context: PersonRecord.context(.credential, facts.person.id))
    }
    generation = facts.credential.generation
    failures = facts.credential.failures
    lastSignIn = facts.credential.lastSignIn
    previousSignIn = facts.credential.previousSignIn
    mustChange = facts.credential.mustChange
  }

  func opened(by vault: any PersonalDataVault) throws(StoreError) -> SignInFacts {
    var text: String?
    if let hash {
      let context = PersonRecord.context(.credential, person.id)
      text = String(decoding: try vault.open(hash, context: context), as: UTF8.self)
    }
    return SignInFacts(
      person: try person.opened(by: vault),
      credential: PasswordCredential(
        personID: person.id, hash: text, generation: generation, failures: failures, mustChange: mustChange,
        lastSignIn: lastSignIn, previousSignIn: previousSignIn))
  }
}
