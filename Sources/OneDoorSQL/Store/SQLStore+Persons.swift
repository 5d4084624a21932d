package import OneDoorRules
package import OneDoorStore

extension SQLStore {
  private func find(_ statement: SQLStatement, _ key: SQLValue) async throws(StoreError) -> Person? {
    try await database.read { (connection) throws(StoreError) in
      try connection.first(statement, [key]) { SealedPerson($0, at: 0) }
    }?.opened(by: vault)
  }

  func index(_ column: BlindIndex, _ value: String) -> SQLValue { .bytes(vault.index(column, Array(value.utf8))) }

  package func person(_ id: PersonID) async throws(StoreError) -> Person? {
    try await find(PersonStatements.byID, .integer(id.number))
  }

  package func person(login: String) async throws(StoreError) -> Person? {
    try await find(PersonStatements.byLogin, index(.login, login))
  }

  package func person(phone: String) async throws(StoreError) -> Person? {
    try await find(PersonStatements.byPhone, index(.phone, phone))
  }

  package func persons(after: PersonID?, limit: Int) async throws(StoreError) -> [Person] {
    let found = try await database.scan { (connection) throws(StoreError) in
      try connection.all(
        PersonStatements.after, [.integer(after?.number ?? 0), .integer(Int64(limit))]
      ) { SealedPerson($0, at: 0) }
    }
    var persons: [Person] = []
    for person in found { persons.append(try person.opened(by: vault)) }
    return persons
  }

  package func add(_ person: NewPerson, at now: UnixTime) async throws(StoreError) -> PersonID {
    let vault = vault
    let login = index(.login, person.login)
    let phone = person.phone.map { index(.phone, $0) } ?? .null
    // The number of the row is inside what is sealed, and known only once the row is there: so this unit can fail (the
    // vault may) after its first write.
    return try await database.write(.throughout) { (connection) throws(StoreError) in
      try SQLStore.requireFree(login: login, phone: phone, for: 0, on: connection)
      guard let number = try connection.insert(PersonStatements.add, [login, phone]) else { throw .taken("login") }
      let id = PersonID(number)
      let added = Person(
        id: id, login: person.login, name: person.name, phone: person.phone, email: person.email,
        isPhoneVerified: person.isPhoneVerified, isEmailVerified: person.isEmailVerified, updatedAt: now)
      let record = try PersonRecord.seal(added, by: vault)
      _ = try connection.execute(PersonStatements.setRecord, [.integer(number), .bytes(record)])
      var hash: [UInt8]?
      if let text = person.passwordHash {
        hash = try vault.seal(Array(text.utf8), context: PersonRecord.context(.credential, id))
      }
      _ = try connection.execute(
        CredentialStatements.add, [.integer(number), .optional(hash), .integer(person.mustChangePassword ? 1 : 0)])
      return id
    }
  }

  package func update(_ person: Person) async throws(StoreError) {
    let login = index(.login, person.login)
    let phone = person.phone.map { index(.phone, $0) } ?? .null
    let record = try PersonRecord.seal(person, by: vault)
    let id = person.id.number
    try await database.write { (connection) throws(StoreError) in
      guard try connection.exists(PersonStatements.standing, [.integer(id), .integer(person.version)]) else {
        throw .stale
      }
      try SQLStore.requireFree(login: login, phone: phone, for: id, on: connection)
      let changed = try connection.execute(
        PersonStatements.update, [.integer(id), .integer(person.version), login, phone, .bytes(record)])
      guard changed == 1 else { throw .stale }
    }
  }

  package func setEnabled(_ person: Person, _ isEnabled: Bool, end: EndOrder?) async throws(StoreError) {
    let ending = try ending(end)
    let step = try await database.write { (connection) throws(StoreError) -> Ending.Step? in
      let changed = try connection.execute(
        PersonStatements.setEnabled,
        [.integer(person.id.number), .integer(person.version), .integer(isEnabled ? 1 : 0)])
      guard changed == 1 else { throw .stale }
      return try ending?.carryOut(on: connection)
    }
    try await finish(ending, after: step)
  }

  private static func requireFree(
    login: SQLValue, phone: SQLValue, for id: Int64, on connection: Database.Connection
  ) throws(StoreError) {
    if try connection.exists(PersonStatements.loginHolder, [login, .integer(id)]) { throw .taken("login") }
    if try connection.exists(PersonStatements.phoneHolder, [phone, .integer(id)]) { throw .taken("phone") }
  }
}
