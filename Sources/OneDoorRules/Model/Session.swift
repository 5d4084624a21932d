package import OneDoorMessages

/// One browser's login at the provider.
package struct SSOSession: Sendable, Equatable {
  package let id: SessionID
  package var hash: SessionHash
  package let personID: PersonID
  package var authentication: Authentication
  package let createdAt: UnixTime
  package var lastActive: UnixTime
  /// The absolute end; no token outlives it.
  package let expiresAt: UnixTime

  package init(
    id: SessionID, hash: SessionHash, personID: PersonID, authentication: Authentication, createdAt: UnixTime,
    lastActive: UnixTime, expiresAt: UnixTime
  ) {
    self.id = id
    self.hash = hash
    self.personID = personID
    self.authentication = authentication
    self.createdAt = createdAt
    self.lastActive = lastActive
    self.expiresAt = expiresAt
  }

  /// Time-outs raise no event: every use asks this first.
  package func isLive(at now: UnixTime, idle: Seconds) -> Bool { now < expiresAt && now < lastActive + idle }
}

/// How and when the person proved who they are.
package struct Authentication: Sendable, Equatable {
  package var time: UnixTime
  package var acr: AuthenticationContext
  package var amr: [AuthenticationMethod]

  package init(time: UnixTime, acr: AuthenticationContext, amr: [AuthenticationMethod]) {
    self.time = time
    self.acr = acr
    self.amr = amr
  }
}

/// SSO session, department and subject: what a department's `sid` names. The granted scopes are on it.
package struct Participation: Sendable, Equatable {
  package let id: ParticipationID
  package let handle: ParticipationHandle
  package let sessionID: SessionID
  package let department: DepartmentID
  package let subject: Subject
  package var scopes: ScopeSet
  /// What was asked for by name. It stands here since a refresh must not lose it, and an access token that carried it
  /// would tell every resource what the department may read at userinfo.
  package var namedClaims: NamedClaims
  package let createdAt: UnixTime

  package init(
    id: ParticipationID, handle: ParticipationHandle, sessionID: SessionID, department: DepartmentID, subject: Subject,
    scopes: ScopeSet, namedClaims: NamedClaims = NamedClaims(), createdAt: UnixTime
  ) {
    self.id = id
    self.handle = handle
    self.sessionID = sessionID
    self.department = department
    self.subject = subject
    self.scopes = scopes
    self.namedClaims = namedClaims
    self.createdAt = createdAt
  }
}

/// Whom the department serves. Enterprises join with the next issue; the kind is in every pairwise `sub` from the start.
package enum Subject: Hashable, Sendable {
  case person(PersonID)

  package var kind: UInt8 { 1 }
  package var number: Int64 {
    switch self {
    case .person(let id): id.number
    }
  }
}

/// One refresh-token line of a participation.
package struct GrantFamily: Sendable, Equatable {
  package let id: FamilyID
  package let participationID: ParticipationID
  package let mode: RefreshMode
  /// The counter that the newest token carries.
  package var counter: UInt32
  /// When the counter last moved.
  package var rotatedAt: UnixTime
  package var lastActive: UnixTime

  package init(
    id: FamilyID, participationID: ParticipationID, mode: RefreshMode, counter: UInt32, rotatedAt: UnixTime,
    lastActive: UnixTime
  ) {
    self.id = id
    self.participationID = participationID
    self.mode = mode
    self.counter = counter
    self.rotatedAt = rotatedAt
    self.lastActive = lastActive
  }
}

/// A participation with everything that a decision about it stands on, read in one look-up.
package struct ParticipationFacts: Sendable, Equatable {
  package let participation: Participation
  package let session: SSOSession
  package let person: Person

  package init(participation: Participation, session: SSOSession, person: Person) {
    self.participation = participation
    self.session = session
    self.person = person
  }
}

/// A session with its person, read in one look-up.
package struct SessionFacts: Sendable, Equatable {
  package let session: SSOSession
  package let person: Person
  /// The person signed out of the department that is being decided about, and of it only, and has not been back: whoever
  /// joins it on these facts has seen that.
  package var isReturning: Bool

  package init(session: SSOSession, person: Person, isReturning: Bool = false) {
    self.session = session
    self.person = person
    self.isReturning = isReturning
  }
}
