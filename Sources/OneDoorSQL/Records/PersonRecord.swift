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
    return try vault.seal(encoder.bytes, context: context("person", person.id))
  }

  static func context(_ table: String, _ id: PersonID) -> [UInt8] {
    var encoder = ByteEncoder()
    encoder.prefixed(Array(table.utf8))
    encoder.int64(id.number)
    return encoder.bytes
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

  func opened(by vault: any PersonalDataVault) throws(StoreError) -> Person {
    var decoder = ByteDecoder(try vault.open(record, context: PersonRecord.context("person", id)))
    guard decoder.byte() == 1, let flags = decoder.byte(), let updatedAt = decoder.int64(),
      let login = decoder.prefixed(), let name = decoder.prefixed(), let phone = decoder.optional(),
      let email = decoder.optional(), decoder.isAtEnd
    else { throw .corrupt("person.record") }
    return Person(
      id: id, version: version, isEnabled: isEnabled, login: String(decoding: login, as: UTF8.self),
      name: String(decoding: name, as: UTF8.self), phone: phone.map { String(decoding: $0, as: UTF8.self) },
      email: email.map { String(decoding: $0, as: UTF8.self) }, isPhoneVerified: flags & 1 != 0,
      isEmailVerified: flags & 2 != 0, updatedAt: UnixTime(updatedAt))
  }
}

/// A person's row with the credential beside it.
struct SealedSignIn: Sendable {
  let person: SealedPerson
  let hash: [UInt8]?
  let generation: Int64
  let failures: GuessCounters
  let lastSignIn: UnixTime?

  init(_ row: some SQLRow) {
    person = SealedPerson(row, at: 0)
    hash = row.optionalBytes(4)
    generation = row.integer(5)
    failures = GuessCounters(
      strangers: row.integer(6), knownDevices: row.integer(7), lastFailure: row.optionalInteger(8).map(UnixTime.init))
    lastSignIn = row.optionalInteger(9).map(UnixTime.init)
  }

  func opened(by vault: any PersonalDataVault) throws(StoreError) -> SignInFacts {
    var text: String?
    if let hash {
      let context = PersonRecord.context("credential", person.id)
      text = String(decoding: try vault.open(hash, context: context), as: UTF8.self)
    }
    return SignInFacts(
      person: try person.opened(by: vault),
      credential: PasswordCredential(
        personID: person.id, hash: text, generation: generation, failures: failures, lastSignIn: lastSignIn))
  }
}
