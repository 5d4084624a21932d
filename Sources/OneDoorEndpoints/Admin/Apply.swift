import OneDoorCrypto
import OneDoorJOSE
import OneDoorLogin
import OneDoorRules
import OneDoorStore

/// `onedoor apply`: what is written down is made so. The whole plan is made and checked first; a second run finds nothing
/// to do.
extension Administration {
  func apply(_ arguments: AdminArguments) async throws -> JSONObject {
    let isDryRun = try arguments.flag("dry_run")
    let now = clock()
    var steps: [ApplyStep] = []
    let departments = try await store.departments()
    // Departments of one file may call each other.
    let entries = try arguments.items("departments").map(Self.entry)
    let known = Set(departments.map(\.id)).union(try entries.map { try $0.departmentID("id") })
    for entry in entries {
      steps.append(try planDepartment(entry, among: departments, known: known))
    }
    for item in try arguments.items("persons") { steps.append(try await planPerson(try Self.entry(item))) }
    var report: [JSON] = []
    var hasChangedDepartment = false
    for step in steps {
      var entry = step.json
      if !isDryRun {
        for (name, value) in try await carryOut(step, at: now) { entry[name] = value }
        if step.changesDepartment { hasChangedDepartment = true }
      }
      report.append(.object(entry))
    }
    if hasChangedDepartment { await departmentsChanged() }
    let changed = steps.filter { !$0.isNothing }.count
    return ["dry_run": .bool(isDryRun), "changed": .integer(Int64(changed)), "plan": .array(report)]
  }

  private static func entry(_ item: JSON) throws -> AdminArguments {
    guard let object = item.object else { throw AdminRefusal.malformed("an entry is no object") }
    return AdminArguments(object)
  }

  private func planDepartment(
    _ entry: AdminArguments, among others: [Department], known: Set<DepartmentID>
  ) throws -> ApplyStep {
    var wanted = try DepartmentDocument.read(entry)
    let secret = try entry.optionalString("secret")
    // An audience is one department's alone: a token for one must not be good at another.
    for other in others where other.id != wanted.id {
      let (mine, theirs) = ([wanted.id.text, wanted.audience], [other.id.text, other.audience])
      guard !mine.contains(where: { word in theirs.contains { $0.utf8.elementsEqual(word.utf8) } }) else {
        throw AdminRefusal.conflict("department \(wanted.id) would share an audience with \(other.id)")
      }
    }
    for called in wanted.mayCall where called == wanted.id || !known.contains(called) {
      throw AdminRefusal.conflict("department \(wanted.id): may_call names \(called), which is no other department")
    }
    let existing = others.first { $0.id == wanted.id }
    var hashes = wanted.usesSecret ? existing?.secretHashes ?? [] : []
    var changes: [FieldChange] = []
    if let secret, wanted.usesSecret {
      let hash = SHA256.hash(Array(secret.utf8))
      if !hashes.contains(hash) {
        changes.append(FieldChange("secret", "\(hashes.count) valid", "the given one, beside the last"))
        hashes = hashes.suffix(1) + [hash]
      }
    }
    let draws = wanted.usesSecret && hashes.isEmpty
    wanted.secretHashes = hashes
    guard let existing else { return .addDepartment(wanted, draws: draws) }
    if draws { changes.append(FieldChange("secret", "none", "a new one")) }
    wanted.version = existing.version
    wanted.isEnabled = existing.isEnabled
    changes =
      FieldChange.between(DepartmentDocument.registration(existing), DepartmentDocument.registration(wanted))
      .map(\.withConsequence) + changes
    return changes.isEmpty ? .keepDepartment(wanted.id) : .changeDepartment(wanted, changes, draws: draws)
  }

  private func planPerson(_ entry: AdminArguments) async throws -> ApplyStep {
    var wanted = try PersonDocument.read(entry)
    guard let login = LoginName(wanted.login) else { throw AdminRefusal.malformed("\(wanted.login) is no login name") }
    wanted.login = login.text
    let password = try entry.optionalString("password")
    // Such a password is a first one: what the person has chosen since is theirs, and a second run leaves it alone.
    let mustChange = try entry.flag("change_password")
    wanted.mustChangePassword = mustChange && password != nil
    if let phone = wanted.phone, let holder = try await store.person(phone: phone),
      !holder.login.utf8.elementsEqual(wanted.login.utf8)
    {
      throw AdminRefusal.conflict("the phone number of \(wanted.login) is that of \(holder.login)")
    }
    guard var existing = try await store.person(login: login.text) else {
      if let password { try check(password, login: wanted.login, name: wanted.name) }
      return .addPerson(wanted, password: password)
    }
    var changes = FieldChange.between(PersonDocument.registration(existing), PersonDocument.registration(wanted))
    let changesData = !changes.isEmpty
    var newPassword: String?
    if let password {
      let credential = try await store.signInFacts(existing.id)?.credential
      let hash = credential?.hash
      let isTheirs = hash != nil && credential?.mustChange == false
      // The stored hash alone can tell whether the password is another one.
      let keeps = mustChange && isTheirs
      if !keeps, try await !hasher.verify(password, against: hash) {
        try check(password, login: wanted.login, name: wanted.name)
        changes.append(FieldChange("password", hash == nil ? "none" : "another", "the given one; ends every session"))
        newPassword = password
      }
    }
    guard !changes.isEmpty else { return .keepPerson(wanted.login) }
    existing.name = wanted.name
    existing.phone = wanted.phone
    existing.email = wanted.email
    existing.isPhoneVerified = wanted.isPhoneVerified
    existing.isEmailVerified = wanted.isEmailVerified
    return .changePerson(existing, changes, data: changesData, password: newPassword, mustChange: mustChange)
  }

  /// What the step adds to its line of the report.
  private func carryOut(_ step: ApplyStep, at now: UnixTime) async throws -> [(String, JSON)] {
    switch step {
    case .keepDepartment, .keepPerson: return []
    case .addDepartment(var department, let draws):
      let secret = try draws ? DepartmentSecretDraw.draw() : nil
      if let secret { department.secretHashes = [SHA256.hash(Array(secret.utf8))] }
      try await store.add(department)
      return secret.map { [("secret", .string($0))] } ?? []
    case .changeDepartment(var department, let changes, let draws):
      let secret = try draws ? DepartmentSecretDraw.draw() : nil
      if let secret { department.secretHashes = [SHA256.hash(Array(secret.utf8))] }
      if changes.contains(where: \.changesSubjects) {
        // Whoever is signed in there would come back under another `sub` (OpenID Connect Core §12.2 forbids it). First the
        // end: where the change then fails, a second run finds it still to be done.
        _ = try await store.end(end(.department(department.id), .administrator, reason: "another sub", at: now))
        ended()
      }
      _ = try await store.update(department)
      return secret.map { [("secret", .string($0))] } ?? []
    case .addPerson(var person, let password):
      if let password { person.passwordHash = try await hasher.hash(password) }
      _ = try await store.add(person, at: now)
    case .changePerson(var person, _, let changesData, let password, let mustChange):
      if changesData {
        person.updatedAt = now
        try await store.update(person)
      }
      if let password {
        try await store.setPassword(
          person, hash: try await hasher.hash(password), mustChange: mustChange,
          end: end(.person(person.id), .passwordChanged, reason: nil, at: now))
        ended()
      }
    }
    return []
  }
}
