import OneDoorJOSE
import OneDoorRules

/// One line of a plan, with everything that carrying it out takes.
enum ApplyStep: Sendable {
  case keepDepartment(DepartmentID)
  /// `draws`: it authenticates by a secret and none was given.
  case addDepartment(Department, draws: Bool)
  case changeDepartment(Department, [FieldChange], draws: Bool)
  case keepPerson(String)
  case addPerson(NewPerson, password: String?)
  case changePerson(Person, [FieldChange], data: Bool, password: String?, mustChange: Bool)

  var isNothing: Bool {
    switch self {
    case .keepDepartment, .keepPerson: true
    default: false
    }
  }

  var changesDepartment: Bool {
    switch self {
    case .addDepartment, .changeDepartment: true
    default: false
    }
  }

  var json: JSONObject {
    switch self {
    case .keepDepartment(let id): line("department", id.text, "keep", [])
    case .addDepartment(let department, _): line("department", department.id.text, "add", [])
    case .changeDepartment(let department, let changes, _): line("department", department.id.text, "change", changes)
    case .keepPerson(let login): line("person", login, "keep", [])
    case .addPerson(let person, _): line("person", person.login, "add", [])
    case .changePerson(let person, let changes, _, _, _): line("person", person.login, "change", changes)
    }
  }

  private func line(_ kind: String, _ id: String, _ action: String, _ changes: [FieldChange]) -> JSONObject {
    [
      "kind": .string(kind), "id": .string(id), "action": .string(action), "changes": .array(changes.map(\.json)),
    ]
  }
}

/// One field that a plan changes, as people read it. Secrets are told of, never shown.
struct FieldChange: Sendable, Equatable {
  let field: String
  let old: String
  let new: String

  init(_ field: String, _ old: String, _ new: String) {
    self.field = field
    self.old = old
    self.new = new
  }

  var json: JSON { ["field": .string(field), "old": .string(old), "new": .string(new)] }

  /// The `sub` of everybody at the department is made from its sector, or from nothing else where it is public (OpenID
  /// Connect Core §8).
  var changesSubjects: Bool { field == "sector" || field == "subject" }

  /// What is not seen from the field alone is said beside it.
  var withConsequence: FieldChange {
    changesSubjects ? FieldChange(field, old, "\(new); every sub there becomes another, and its sessions end") : self
  }

  /// The members that differ. Lists are compared in their order: the first redirect URI may be the one that matters.
  static func between(_ old: JSONObject, _ new: JSONObject) -> [FieldChange] {
    new.members.compactMap { member in
      let before = old[member.name] ?? .null
      return before == member.value ? nil : FieldChange(member.name, shown(before), shown(member.value))
    }
  }

  private static func shown(_ json: JSON) -> String {
    switch json {
    case .null: "none"
    case .string(let text): text
    default: String(decoding: json.serialized(), as: UTF8.self)
    }
  }
}
