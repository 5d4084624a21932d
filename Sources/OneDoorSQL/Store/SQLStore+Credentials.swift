package import OneDoorRules
package import OneDoorStore

extension SQLStore {
  package func signInFacts(name: String) async throws(StoreError) -> SignInFacts? {
    // Both indexes are computed and asked alike, known name or not: the time tells nothing.
    let login = index(.login, name)
    let phone = index(.phone, name)
    let found = try await database.read { (connection) throws(StoreError) in
      let byLogin = try connection.first(CredentialStatements.byLogin, [login]) { SealedSignIn($0) }
      let byPhone = try connection.first(CredentialStatements.byPhone, [phone]) { SealedSignIn($0) }
      return byLogin ?? byPhone
    }
    // Opening takes time as well: where nothing was found, a person who is none is opened.
    guard let found else {
      _ = try decoy?.opened(by: vault)
      return nil
    }
    return try found.opened(by: vault)
  }

  package func signInFacts(_ id: PersonID) async throws(StoreError) -> SignInFacts? {
    try await database.read { (connection) throws(StoreError) in
      try connection.first(CredentialStatements.byID, [.integer(id.number)]) { SealedSignIn($0) }
    }?.opened(by: vault)
  }

  private func seal(_ hash: String, of person: PersonID) throws(StoreError) -> SQLValue {
    .bytes(try vault.seal(Array(hash.utf8), context: PersonRecord.context(.credential, person)))
  }

  package func changePassword(
    _ facts: SessionFacts, hash: String, cookie: SessionHash, at now: UnixTime, end: EndOrder
  ) async throws(StoreError) {
    let ending = try Ending(end, vault)
    let sealed = try seal(hash, of: facts.person.id)
    let (id, session) = (SQLValue.integer(facts.person.id.number), facts.session)
    // Two rows have to stand as they were seen, so that the unit can fail after its first write.
    let step = try await database.write(.throughout) { (connection) throws(StoreError) in
      let raised = try connection.execute(PersonStatements.raiseEnabled, [id, .integer(facts.person.version)])
      let moved = try connection.execute(
        SessionStatements.move,
        [.integer(session.id.number), id, .bytes(session.hash.bytes), .bytes(cookie.bytes), .integer(now.seconds)])
      guard raised == 1, moved == 1 else { throw .stale }
      _ = try connection.execute(CredentialStatements.setPassword, [id, sealed, .integer(0)])
      return try ending.carryOut(on: connection)
    }
    try await finish(ending, after: step)
  }

  package func rehash(_ credential: PasswordCredential, as hash: String) async throws(StoreError) {
    let sealed = try seal(hash, of: credential.personID)
    try await database.write { (connection) throws(StoreError) in
      _ = try connection.execute(
        CredentialStatements.rehash,
        [.integer(credential.personID.number), .integer(credential.generation), sealed])
    }
  }

  package func setPassword(
    _ person: Person, hash: String, mustChange: Bool, end: EndOrder
  ) async throws(StoreError) {
    let ending = try Ending(end, vault)
    let sealed = try seal(hash, of: person.id)
    let step = try await database.write { (connection) throws(StoreError) in
      let changed = try connection.execute(
        PersonStatements.raiseVersion, [.integer(person.id.number), .integer(person.version)])
      guard changed == 1 else { throw .stale }
      _ = try connection.execute(
        CredentialStatements.setPassword, [.integer(person.id.number), sealed, .integer(mustChange ? 1 : 0)])
      return try ending.carryOut(on: connection)
    }
    try await finish(ending, after: step)
  }

  package func recordFailure(_ id: PersonID?, lane: GuessLane, at now: UnixTime) async throws(StoreError) {
    let (statement, row) =
      switch (id, lane) {
      case (nil, _): (CredentialStatements.nobodyFailed, Int64(1))
      case (let id?, .stranger): (CredentialStatements.strangerFailed, id.number)
      case (let id?, .knownDevice): (CredentialStatements.knownDeviceFailed, id.number)
      }
    try await database.write { (connection) throws(StoreError) in
      _ = try connection.execute(statement, [.integer(row), .integer(now.seconds)])
    }
  }

  package func clearFailures(_ id: PersonID) async throws(StoreError) {
    try await database.write { (connection) throws(StoreError) in
      _ = try connection.execute(CredentialStatements.clearFailures, [.integer(id.number)])
    }
  }
}
