package import OneDoorMessages

/// What a presented refresh token leads to (RFC 6749 §6, RFC 9700 §4.14.2).
package enum RefreshDecision: Sendable, Equatable {
  /// Steady: the token stays. `notesActivity` is false while the last note is recent.
  case keep(notesActivity: Bool)
  /// Rotating: move the counter on and answer with the next token.
  case rotate
  /// A reply was lost: the successor is unused and was made a moment ago, so it is given out again.
  case repeatSuccessor
  /// The token has leaked or was replaced long ago: the participation ends.
  case end(TokenRefusal, EndCause)
}

package enum RefreshGrant {
  package static func decide(
    _ token: RefreshToken, family: GrantFamily, participation: Participation, session: SSOSession,
    by department: Department,
    policy: Policy, now: UnixTime
  ) throws(TokenRefusal) -> RefreshDecision {
    if participation.department != department.id {
      return .end(.refreshTokenOfAnotherDepartment, .refreshLeaked)
    }
    try require(department.grants.contains(.refreshToken), or: TokenRefusal.grantNotRegistered)
    try require(session.isLive(at: now, idle: policy.sessionIdle), or: TokenRefusal.sessionEnded)
    switch family.mode {
    case .steady:
      let lastNoted = max(session.lastActive, family.lastActive)
      return .keep(notesActivity: now - lastNoted >= Policy.activityGrain)
    case .rotate:
      if token.counter == family.counter { return .rotate }
      let isPredecessor = family.counter > 0 && token.counter == family.counter - 1
      if isPredecessor && now - family.rotatedAt <= Policy.refreshReplayWindow { return .repeatSuccessor }
      return .end(.refreshTokenReused, .refreshReused)
    }
  }

  /// RFC 6749 §6: the scope of a refresh never grows beyond what was granted, nor beyond what is still registered.
  package static func scopes(
    _ requested: String?, granted: ScopeSet, by department: Department
  ) throws(TokenRefusal) -> ScopeSet {
    let available = granted.intersection(department.scopes)
    guard let requested else { return available }
    guard let parsed = ScopeSet.parse(requested) else { throw .scopeMalformed }
    try require(parsed.subtracting(.offlineAccess).isSubset(of: available), or: TokenRefusal.scopeExceeded)
    return parsed.subtracting(.offlineAccess)
  }
}
