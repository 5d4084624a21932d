import OneDoorJOSE
import OneDoorLogin
import OneDoorRules
import OneDoorStore

/// `onedoor person …`
extension Administration {
  func listPersons(_ arguments: AdminArguments) async throws -> JSONObject {
    let limit = try arguments.optionalNumber("limit", in: 1...1000) ?? 100
    let after = try arguments.optionalNumber("after", in: 0...Int64.max).map(PersonID.init)
    let persons = try await store.persons(after: after, limit: Int(limit) + 1)
    let page = persons.prefix(Int(limit))
    let next = persons.count > page.count ? page.last?.id.number : nil
    return [
      "persons": .array(page.map { .object(PersonDocument.whole($0)) }), "next": next.map(JSON.integer) ?? .null,
    ]
  }

  func showPerson(_ arguments: AdminArguments) async throws -> JSONObject {
    let person = try await person(arguments)
    let now = clock()
    var object = PersonDocument.whole(person, try await store.signInFacts(person.id)?.credential)
    let sessions = try await store.sessions(.person(person.id), at: now, idle: policy.sessionIdle)
    object["sessions"] = .integer(Int64(sessions.count))
    return object
  }

  /// A new password ends every session of the person: whoever knew the old one may be in one of them. Two people know it
  /// then, so that the person chooses another at the next sign-in. `generate`: it is drawn here, and in the answer only.
  func setPassword(_ arguments: AdminArguments) async throws -> JSONObject {
    let person = try await person(arguments)
    let generated = try arguments.flag("generate") ? try PasswordDraw.draw() : nil
    let password = try generated ?? arguments.string("password")
    try check(password, login: person.login, name: person.name)
    let hash = try await hasher.hash(password)
    let now = clock()
    let sessions = try await store.preview(.person(person.id), at: now)
    try await store.setPassword(
      person, hash: hash, mustChange: true,
      end: end(.person(person.id), .passwordChanged, reason: try reason(arguments), at: now))
    ended()
    var answer: JSONObject = ["login": .string(person.login), "ended": documents(sessions, at: now)]
    if let generated { answer["password"] = .string(generated) }
    return answer
  }

  func setPerson(enabled isEnabled: Bool, _ arguments: AdminArguments) async throws -> JSONObject {
    let person = try await person(arguments)
    let now = clock()
    let hit = isEnabled ? [] : try await store.preview(.person(person.id), at: now)
    let isDryRun = try arguments.flag("dry_run")
    let changes = person.isEnabled != isEnabled
    if changes, !isDryRun {
      let order =
        isEnabled ? nil : end(.person(person.id), .personDisabled, reason: try reason(arguments), at: now)
      try await store.setEnabled(person, isEnabled, end: order)
      if order != nil { ended() }
    }
    return [
      "login": .string(person.login), "enabled": .bool(isDryRun ? person.isEnabled : isEnabled),
      "changed": .bool(changes && !isDryRun), "dry_run": .bool(isDryRun),
      "sessions": documents(hit, at: now),
    ]
  }

  func unlockPerson(_ arguments: AdminArguments) async throws -> JSONObject {
    let person = try await person(arguments)
    let failures = try await store.signInFacts(person.id)?.credential.failures
    try await store.clearFailures(person.id)
    return [
      "login": .string(person.login),
      "cleared": .integer((failures?.strangers ?? 0) + (failures?.knownDevices ?? 0)),
    ]
  }

  /// By login name in any spelling that signs in, or by phone.
  func person(_ arguments: AdminArguments, _ member: String = "login") async throws -> Person {
    let typed = try arguments.string(member)
    guard let name = LoginName(typed) else { throw AdminRefusal.unknown("person \(typed)") }
    if let person = try await store.person(login: name.text) { return person }
    if let phone = name.phone, let person = try await store.person(phone: phone.text) { return person }
    throw AdminRefusal.unknown("person \(typed)")
  }

  func check(_ password: String, login: String, name: String) throws {
    do throws(PasswordRefusal) {
      try PasswordPolicy(minimumLength: policy.minimumPasswordLength).check(password, login: login, name: name)
    } catch {
      throw AdminRefusal.policy("the password of \(login): \(error.text)")
    }
  }
}
