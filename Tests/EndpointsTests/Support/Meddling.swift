import OneDoorEndpoints
import OneDoorLogin
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// What others do to the store between a look and a write, without the provider's being told.
extension World {
  func changing(
    _ office: Office, _ change: @escaping @Sendable (inout Department) -> Void
  ) throws -> FailingStore.Meddling {
    let id = try office.id()
    return { store in
      guard var department = try await store.department(id) else { throw Unexpected("no department") }
      change(&department)
      _ = try await store.update(department)
    }
  }

  func raisingVersion(of office: Office) throws -> FailingStore.Meddling { try changing(office) { _ in } }

  func disabling(_ office: Office) throws -> FailingStore.Meddling {
    let order = order(.department(try office.id()), .departmentDisabled)
    let id = try office.id()
    return { try await $0.setEnabled(id, false, end: order) }
  }

  func enabling(_ citizen: Citizen, _ isEnabled: Bool) -> FailingStore.Meddling {
    { store in
      guard let person = try await store.person(login: citizen.rawValue) else { throw Unexpected("nobody") }
      let end = isEnabled ? nil : order(.person(person.id), .personDisabled)
      try await store.setEnabled(person, isEnabled, end: end)
    }
  }

  func changingPassword(of citizen: Citizen) -> FailingStore.Meddling {
    { store in
      guard let person = try await store.person(login: citizen.rawValue) else { throw Unexpected("nobody") }
      try await store.setPassword(person, hash: "another hash", end: order(.person(person.id), .passwordChanged))
    }
  }

  /// As an administrator does it.
  func giving(_ password: String, to citizen: Citizen) async throws {
    let hasher = try PasswordHasher(cost: .lowest, threads: 1)
    let person = try await person(citizen)
    try await store.setPassword(
      person, hash: try await hasher.hash(password), mustChange: true, end: order(.person(person.id), .passwordChanged))
  }

  /// Sessions that the store holds, live or idle.
  func sessionCount() async throws -> Int {
    try await store.preview(.everything, at: clock.now).count
  }
}
