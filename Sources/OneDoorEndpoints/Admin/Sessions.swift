import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// `onedoor session …`
extension Administration {
  func listSessions(_ arguments: AdminArguments) async throws -> JSONObject {
    let limit = try arguments.optionalNumber("limit", in: 1...1000) ?? 100
    let before = try arguments.optionalNumber("before", in: 1...Int64.max).map(SessionID.init)
    let filter: SessionFilter
    if try arguments.optionalString("person") != nil {
      filter = .person(try await person(arguments, "person").id)
    } else if try arguments.optionalString("department") != nil {
      filter = .department(try await departmentScope(arguments))
    } else {
      filter = .all(before: before, limit: Int(limit) + 1)
    }
    let found = try await store.sessions(filter, at: clock(), idle: policy.sessionIdle)
    let page = found.prefix(Int(limit))
    let next = found.count > page.count ? page.last?.session.id.number : nil
    return [
      "sessions": .array(page.map { .object(SessionDocument.whole($0)) }), "next": next.map(JSON.integer) ?? .null,
    ]
  }

  func showSession(_ arguments: AdminArguments) async throws -> JSONObject {
    let text = try arguments.string("id")
    guard let scope = Self.named(text),
      let summary = try await store.preview(scope, at: clock(), idle: policy.sessionIdle).first
    else { throw AdminRefusal.unknown("live session \(text)") }
    return SessionDocument.whole(summary)
  }

  /// Ends what is named; with `dry_run` tells what that would be and ends nothing. Both ask the store the same question,
  /// so that the answer is the same.
  func revokeSessions(_ arguments: AdminArguments) async throws -> JSONObject {
    let now = clock()
    let isDryRun = try arguments.flag("dry_run")
    let reason = try reason(arguments)
    let scopes = try await scopes(arguments)
    var sessions: [JSON] = []
    var participations = 0
    for scope in scopes {
      let hit = try await store.preview(scope, at: now, idle: policy.sessionIdle)
      sessions += hit.map { .object(SessionDocument.whole($0)) }
      participations += hit.map(\.participations.count).reduce(0, +)
    }
    var epoch: Int64?
    if !isDryRun {
      for scope in scopes {
        epoch = try await store.end(end(scope, .administrator, reason: reason, at: now)).epoch ?? epoch
      }
      ended()
    }
    return [
      "dry_run": .bool(isDryRun), "sessions": .array(sessions), "participations": .integer(Int64(participations)),
      "epoch": epoch.map(JSON.integer) ?? .null,
    ]
  }

  private func scopes(_ arguments: AdminArguments) async throws -> [EndScope] {
    let ids = try arguments.strings("ids")
    let hasPerson = try arguments.optionalString("person") != nil
    let hasDepartment = try arguments.optionalString("department") != nil
    let all = try arguments.flag("all")
    guard [!ids.isEmpty, hasPerson, hasDepartment, all].filter(\.self).count == 1 else {
      throw AdminRefusal.malformed("name sessions by id, or one person, or one department, or all")
    }
    if hasPerson { return [.person(try await person(arguments, "person").id)] }
    if hasDepartment { return [.department(try await departmentScope(arguments))] }
    if all { return [.everything] }
    var scopes: [EndScope] = []
    for id in ids {
      guard let scope = Self.named(id) else { throw AdminRefusal.unknown("live session \(id)") }
      guard try await !store.preview(scope, at: clock(), idle: policy.sessionIdle).isEmpty else {
        throw AdminRefusal.unknown("live session \(id)")
      }
      if !scopes.contains(scope) { scopes.append(scope) }
    }
    return scopes
  }

  private func departmentScope(_ arguments: AdminArguments) async throws -> DepartmentID {
    let id = try arguments.departmentID("department")
    guard try await store.department(id) != nil else { throw AdminRefusal.unknown("department \(id)") }
    return id
  }

  /// A session by its number, or one department's part in it by the `sid` that the department knows it by.
  private static func named(_ text: String) -> EndScope? {
    if let number = Int64(text), number > 0, String(number) == text { return .session(SessionID(number)) }
    return ParticipationHandle(sid: text).map(EndScope.participation)
  }
}
