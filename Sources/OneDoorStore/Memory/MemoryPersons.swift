package import OneDoorRules

extension MemoryState {
  /// By their bytes: Swift's `==` would take canonically equivalent names for one.
  func holder(of value: String, in column: KeyPath<Person, String?>) -> Person? {
    persons.values.first { $0[keyPath: column]?.utf8.elementsEqual(value.utf8) == true }
  }

  func requireFree(login: String, phone: String?, for id: PersonID?) throws(StoreError) {
    if let holder = holder(of: login, in: \.optionalLogin), holder.id != id { throw .taken("login") }
    if let phone, let holder = holder(of: phone, in: \.phone), holder.id != id { throw .taken("phone") }
  }

  func person(at version: Person) throws(StoreError) -> Person {
    guard let stored = persons[version.id], stored.version == version.version else { throw .stale }
    return stored
  }
}

extension Person {
  var optionalLogin: String? { login }
}

extension MemoryStore {
  package func person(_ id: PersonID) async throws(StoreError) -> Person? {
    try run { (state) throws(StoreError) in state.persons[id] }
  }

  package func person(login: String) async throws(StoreError) -> Person? {
    try run { (state) throws(StoreError) in state.holder(of: login, in: \.optionalLogin) }
  }

  package func person(phone: String) async throws(StoreError) -> Person? {
    try run { (state) throws(StoreError) in state.holder(of: phone, in: \.phone) }
  }

  package func persons(after: PersonID?, limit: Int) async throws(StoreError) -> [Person] {
    try run { (state) throws(StoreError) in
      let later = state.persons.values.filter { $0.id.number > after?.number ?? 0 }
      return Array(later.sorted { $0.id.number < $1.id.number }.prefix(limit))
    }
  }

  package func add(_ person: NewPerson, at now: UnixTime) async throws(StoreError) -> PersonID {
    try run { (state) throws(StoreError) in
      try state.requireFree(login: person.login, phone: person.phone, for: nil)
      state.lastPerson += 1
      let id = PersonID(state.lastPerson)
      state.persons[id] = Person(
        id: id, login: person.login, name: person.name, phone: person.phone, email: person.email,
        isPhoneVerified: person.isPhoneVerified, isEmailVerified: person.isEmailVerified, updatedAt: now)
      state.credentials[id] = PasswordCredential(
        personID: id, hash: person.passwordHash, mustChange: person.mustChangePassword)
      return id
    }
  }

  package func update(_ person: Person) async throws(StoreError) {
    try run { (state) throws(StoreError) in
      let stored = try state.person(at: person)
      try state.requireFree(login: person.login, phone: person.phone, for: person.id)
      var changed = person
      changed.isEnabled = stored.isEnabled
      state.persons[person.id] = changed
    }
  }

  package func setEnabled(_ person: Person, _ isEnabled: Bool, end: EndOrder?) async throws(StoreError) {
    try run { (state) throws(StoreError) in
      var changed = try state.person(at: person)
      changed.isEnabled = isEnabled
      changed.version += 1
      state.persons[person.id] = changed
      if let end { _ = state.end(end) }
    }
  }
}
