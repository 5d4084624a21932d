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
    let now = clock()
    let found = try await store.sessions(filter, at: now, idle: policy.sessionIdle)
    let page = found.prefix(Int(limit))
    let next = found.count > page.count ? page.last?.session.id.number : nil
    return [
      "sessions": documents(Array(page), at: now), "next": next.map(JSON.integer) ?? .null,
    ]
  }

  func showSession(_ arguments: AdminArguments) async throws -> JSONObject {
    let text = try arguments.string("id")
    let now = clock()
    guard let scope = Self.named(text),
      let summary = try await store.preview(scope, at: now).first
    else { throw AdminRefusal.unknown("live session \(text)") }
    return document(summary, at: now)
  }

  /// Ends what is named; with `dry_run` tells what that would be and ends nothing. Both ask the store the same question,
  /// so that the answer is the same. Idle sessions are in it, and marked: they sign nobody in now, but would again under a
  /// longer idle limit.
  func revokeSessions(_ arguments: AdminArguments) async throws -> JSONObject {
    let now = clock()
    let isDryRun = try arguments.flag("dry_run")
    let reason = try reason(arguments)
    let scopes = try await scopes(arguments)
    var hit: [SessionSummary] = []
    for scope in scopes { hit = Self.joined(hit, try await store.preview(scope, at: now)) }
    var epoch: Int64?
    if !isDryRun {
      for scope in scopes {
        epoch = try await store.end(end(scope, .administrator, reason: reason, at: now)).epoch ?? epoch
      }
      ended()
    }
    return [
      "dry_run": .bool(isDryRun), "sessions": documents(hit, at: now),
      "participations": .integer(Int64(hit.map(\.participations.count).reduce(0, +))),
      "epoch": epoch.map(JSON.integer) ?? .null,
    ]
  }

  /// A session that several of the names mean ends once, and is listed once.
  private static func joined(_ known: [SessionSummary], _ more: [SessionSummary]) -> [SessionSummary] {
    guard !known.isEmpty else { return more }
    return more.reduce(into: known) { all, summary in
      guard let place = all.firstIndex(where: { $0.session.id == summary.session.id }) else {
        return all.append(summary)
      }
      let new = summary.participations.filter { !all[place].participations.contains($0) }
      all[place] = SessionSummary(
        session: summary.session, personLogin: summary.personLogin, personName: summary.personName,
        participations: all[place].participations + new)
    }
  }

  func documents(_ summaries: [SessionSummary], at now: UnixTime) -> JSON {
    .array(summaries.map { .object(document($0, at: now)) })
  }

  private func document(_ summary: SessionSummary, at now: UnixTime) -> JSONObject {
    SessionDocument.whole(summary, isIdle: !summary.session.isLive(at: now, idle: policy.sessionIdle))
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
      guard try await !store.preview(scope, at: clock()).isEmpty else {
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
