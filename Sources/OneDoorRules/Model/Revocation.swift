package import OneDoorMessages

/// What an end reaches. Small scopes end each participation by its handle; large ones are one cut-off row.
package enum EndScope: Sendable, Equatable {
  case participation(ParticipationHandle)
  case session(SessionID)
  /// One department of a session, at the person's own wish: it is remembered with the session, so that the department's
  /// next sign-in asks first.
  case departure(SessionID, DepartmentID)
  case person(PersonID)
  /// All sessions of a person but one.
  case others(of: PersonID, keeping: SessionID)
  case department(DepartmentID)
  case everything
  /// One access token (RFC 7009): its `jti` is refused until it would have expired.
  case token(jti: String, department: DepartmentID, expires: UnixTime)
}

/// Why something ended before it said it would; it is kept with the event.
package enum EndCause: String, Sendable, CaseIterable {
  case signOut = "sign_out"
  case administrator
  case passwordChanged = "password_changed"
  case personDisabled = "person_disabled"
  case departmentDisabled = "department_disabled"
  case codeReused = "code_reused"
  case refreshReused = "refresh_reused"
  case refreshLeaked = "refresh_leaked"
  case tokenRevoked = "token_revoked"
  case replacedByLogin = "replaced_by_login"
}

/// An end to carry out: the scope, why, when, and until when departments must remember it.
package struct EndOrder: Sendable, Equatable {
  package let scope: EndScope
  package let cause: EndCause
  package let reason: String?
  package let at: UnixTime
  /// No token that was issued before `at` is accepted after this time anyway.
  package let rememberUntil: UnixTime

  package init(scope: EndScope, cause: EndCause, reason: String? = nil, at: UnixTime, rememberUntil: UnixTime) {
    self.scope = scope
    self.cause = cause
    self.reason = reason
    self.at = at
    self.rememberUntil = rememberUntil
  }
}

/// A handle that one department must refuse.
package struct EndedEntry: Sendable, Equatable {
  package let epoch: Int64
  package let department: DepartmentID
  package let handle: EndedHandle
  package let until: UnixTime

  package init(epoch: Int64, department: DepartmentID, handle: EndedHandle, until: UnixTime) {
    self.epoch = epoch
    self.department = department
    self.handle = handle
    self.until = until
  }
}

/// Everything issued before a time, at one department or (nil) at all of them.
package struct CutOffEntry: Sendable, Equatable {
  package let epoch: Int64
  package let department: DepartmentID?
  package let issuedBefore: UnixTime
  package let until: UnixTime

  package init(epoch: Int64, department: DepartmentID?, issuedBefore: UnixTime, until: UnixTime) {
    self.epoch = epoch
    self.department = department
    self.issuedBefore = issuedBefore
    self.until = until
  }
}

/// The ends after one epoch up to another, in order and without gaps.
package struct RevocationLog: Sendable, Equatable {
  package let incarnation: String
  package let epoch: Int64
  package let ended: [EndedEntry]
  package let cutOffs: [CutOffEntry]

  package init(incarnation: String, epoch: Int64, ended: [EndedEntry], cutOffs: [CutOffEntry]) {
    self.incarnation = incarnation
    self.epoch = epoch
    self.ended = ended
    self.cutOffs = cutOffs
  }
}
