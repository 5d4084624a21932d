import OneDoorRules
package import OneDoorStore

/// `Store` in SQL, once for every engine. Each aggregate has its extension; the engine is in `Database`.
package struct SQLStore<Database: SQLDatabase>: Sendable {
  package let database: Database
  let vault: any PersonalDataVault
  let parsed = ParsedDepartments()
  let sweeping = SweepPosition()
  /// What is opened for a name that nobody has.
  let decoy: SealedSignIn?

  package init(_ database: Database, vault: any PersonalDataVault) {
    self.database = database
    self.vault = vault
    decoy = try? SealedSignIn(sealing: SQLStore.nobody, by: vault)
  }

  /// As long as most: opening takes time by length.
  private static var nobody: SignInFacts {
    let id = PersonID(0)
    let person = Person(
      id: id, login: "nobody.at.all", name: "Nobody", phone: "+8610000000000", email: "nobody@example.org",
      updatedAt: UnixTime(0))
    return SignInFacts(
      person: person, credential: PasswordCredential(personID: id, hash: String(repeating: "$", count: 97)))
  }

  func ending(_ order: EndOrder?) throws(StoreError) -> Ending? {
    guard let order else { return nil }
    return try Ending(order, vault)
  }

  /// Carries the rest of an end out, where the unit that began it had more rows before it than one unit may touch.
  func finish(_ ending: Ending?, after step: Ending.Step?) async throws(StoreError) {
    guard let ending, let step, !step.isComplete else { return }
    _ = try await carryOut(ending)
  }

  func carryOut(_ ending: Ending) async throws(StoreError) -> Ending.Step {
    var total = Ending.Step(isComplete: false)
    while !total.isComplete {
      let step = try await database.write { (connection) throws(StoreError) in
        try ending.carryOut(on: connection)
      }
      total.epoch = step.epoch ?? total.epoch
      total.ended += step.ended
      total.isComplete = step.isComplete
    }
    return total
  }
}

extension SQLStore: Store {}
