import OneDoorJOSE
import OneDoorMessages
import OneDoorRules
import OneDoorStore

/// An id_token_hint that is ours, and the department it was issued to.
struct SignOutHint {
  let token: IDTokenClaims
  let department: Department
}

extension Provider {
  /// OpenID Connect RP-Initiated Logout §4: a hint that is not ours is refused, and so is a `client_id` that names another
  /// department than the hint. A `client_id` alone names who asks and proves nothing.
  func signOutHint(_ parameters: Parameters) throws(PageRefusal) -> (hint: SignOutHint?, named: Department?) {
    let named = parameters["client_id"]
    guard let text = parameters["id_token_hint"] else {
      guard let named else { return (nil, nil) }
      guard let department = DepartmentID(named).flatMap({ departments[$0] }) else { throw .unknownDepartment }
      return (nil, department)
    }
    guard let token = genuineIDToken(text), token.audience.count == 1,
      let department = DepartmentID(token.audience[0]).flatMap({ departments[$0] })
    else { throw .hintInvalid }
    if let named { try require(named.hasSameBytes(as: department.id.text), or: PageRefusal.hintContradicted) }
    return (SignOutHint(token: token, department: department), department)
  }

  func facts(of hint: SignOutHint?, for current: SessionFacts?) async throws(StoreError) -> SignOutHintFacts? {
    guard let hint else { return nil }
    let sub = current.map { subjects.sub(of: .person($0.person.id), at: hint.department) }
    return SignOutHintFacts(
      session: try await participation(of: hint.token)?.session.id,
      isAboutPerson: sub.map { hint.token.subject.hasSameBytes(as: $0) } ?? false)
  }

  func participation(of token: IDTokenClaims) async throws(StoreError) -> ParticipationFacts? {
    guard let handle = ParticipationHandle(sid: token.sessionHandle) else { return nil }
    return try await store.participation(handle)
  }
}
