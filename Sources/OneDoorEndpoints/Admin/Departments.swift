import OneDoorCrypto
import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// `onedoor department …`
extension Administration {
  func listDepartments() async throws -> JSONObject {
    let departments = try await store.departments().sorted { $0.id < $1.id }
    return ["departments": .array(departments.map { .object(DepartmentDocument.whole($0)) })]
  }

  func showDepartment(_ arguments: AdminArguments) async throws -> JSONObject {
    DepartmentDocument.whole(try await department(arguments))
  }

  /// Disabling is a cut-off: every participation at the department ends, and nothing new begins.
  func setDepartment(enabled isEnabled: Bool, _ arguments: AdminArguments) async throws -> JSONObject {
    let department = try await department(arguments)
    let now = clock()
    let hit = isEnabled ? [] : try await store.preview(.department(department.id), at: now)
    let isDryRun = try arguments.flag("dry_run")
    let changes = department.isEnabled != isEnabled
    if changes, !isDryRun {
      let order =
        isEnabled
        ? nil : end(.department(department.id), .departmentDisabled, reason: try reason(arguments), at: now)
      try await store.setEnabled(department.id, isEnabled, end: order)
      if order != nil { ended() }
      await departmentsChanged()
    }
    return [
      "id": .string(department.id.text), "enabled": .bool(isDryRun ? department.isEnabled : isEnabled),
      "changed": .bool(changes && !isDryRun), "dry_run": .bool(isDryRun),
      "sessions": documents(hit, at: now),
    ]
  }

  /// A new secret beside the old one, so that the department can take it without an outage; `retire_old` makes it the
  /// only one, at once.
  func renewSecret(_ arguments: AdminArguments) async throws -> JSONObject {
    var department = try await department(arguments)
    guard department.usesSecret else {
      throw AdminRefusal.policy(
        "department \(department.id) has no secret: its authentication is \(department.authentication.rawValue)")
    }
    let secret = try DepartmentSecretDraw.draw()
    let kept = try arguments.flag("retire_old") ? [] : department.secretHashes.suffix(1)
    department.secretHashes = kept + [SHA256.hash(Array(secret.utf8))]
    let changed = try await store.update(department)
    await departmentsChanged()
    return [
      "id": .string(department.id.text), "secret": .string(secret),
      "secrets": .integer(Int64(changed.secretHashes.count)),
    ]
  }

  func department(_ arguments: AdminArguments) async throws -> Department {
    let id = try arguments.departmentID("id")
    guard let department = try await store.department(id) else { throw AdminRefusal.unknown("department \(id)") }
    return department
  }

  /// Why something ends: one line, kept with the event.
  func reason(_ arguments: AdminArguments) throws -> String? {
    guard let reason = try arguments.optionalString("reason") else { return nil }
    guard (1...500).contains(reason.utf8.count),
      !reason.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw AdminRefusal.malformed("reason is one line of at most 500 bytes") }
    return reason
  }
}

/// A department's secret: 32 random bytes, shown once, stored as a hash.
enum DepartmentSecretDraw {
  static func draw() throws -> String { Base64URL.encode(try SecureRandom.bytes(32)) }
}
